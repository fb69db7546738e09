import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphDocument } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import { type TimeLineEvent, timeLineSchema } from '../../lessons/course.ts';
import { useFiles } from '../files/use-files.ts';
import { Button } from '../kit/button.tsx';

/** The story of neural networks, year by year; an event that can be tried out opens its lesson. */
export function TimeLine({ documents }: { documents: ReadonlyMap<string, GraphDocument> }) {
  const [events, setEvents] = useState<readonly TimeLineEvent[]>([]);
  useEffect(() => {
    let alive = true;
    void import('../../../presets/timeline.json').then(({ default: data }) => {
      if (alive) setEvents(timeLineSchema.parse(data).events);
    });
    return () => {
      alive = false;
    };
  }, []);
  return (
    <ol className="mt-2">
      {events.map((event) => (
        <Event key={`${event.year} ${event.title.en}`} event={event} documents={documents} />
      ))}
    </ol>
  );
}

function Event({
  event,
  documents,
}: {
  event: TimeLineEvent;
  documents: ReadonlyMap<string, GraphDocument>;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { open } = useFiles();
  const lesson = event.lesson === undefined ? undefined : documents.get(event.lesson);
  return (
    <li className="grid grid-cols-[4.6rem_1rem_minmax(0,1fr)] gap-x-2 text-ink">
      <span className="num pt-1 text-right text-[13px] text-ink-3">{event.when ?? event.year}</span>
      <span aria-hidden="true" className="relative flex justify-center">
        <i
          className={`absolute inset-y-0 border-l-2 ${event.winter ? 'border-dashed border-line-strong' : 'border-line-strong'}`}
        />
        <i
          className={`relative mt-2 size-2.5 rounded-full ${event.winter ? 'border-2 border-line-strong bg-surface' : 'bg-accent'}`}
        />
      </span>
      <div className="pb-3">
        <p className={`font-semibold ${event.winter ? 'text-ink-2' : ''}`}>{words(event.title)}</p>
        <p className="text-[13px] leading-snug text-ink-2">{words(event.text)}</p>
        {lesson ? (
          <Button look="link" onClick={() => open(lesson)}>
            {t('lessons.open', { name: words(lesson.meta.title) })}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
