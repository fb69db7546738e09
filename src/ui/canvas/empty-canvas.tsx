import { Database, type LucideIcon, ScanLine, Spline } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useFiles } from '../files/use-files.ts';
import { Button } from '../kit/button.tsx';
import { useNarrow } from '../kit/use-narrow.ts';

/** Lessons that a first minute may begin with. */
const starts = [
  { lesson: 'lab-09-2', icon: Spline, title: 'start.xor', text: 'start.xorText' },
  { lesson: 'lab-11-1', icon: ScanLine, title: 'start.digits', text: 'start.digitsText' },
] as const;

/** Three ways to begin with nothing on the canvas. */
export function EmptyCanvas() {
  const { t } = useTranslation();
  const { views, catalogue, lessons } = useStores();
  const { addAfter } = useEdit();
  // Without the panel there is nothing at the left, and a sheet would lie over the canvas.
  const isOpen = useView(({ leftOpen, leftTab }) => leftOpen && leftTab === 'layers');
  const narrow = useNarrow();
  const { open } = useFiles();
  const source = [...catalogue.layers.values()].find((kind) => kind.role === 'source');
  const begin = async (id: string): Promise<void> => {
    const read = await lessons.read(id);
    if (read.ok) open(read.value);
    else views.getState().set({ startOpen: true });
  };
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center overflow-hidden p-4 text-center">
      <div className="max-w-[560px]">
        <h2 className="text-lg font-semibold">{t('start.title')}</h2>
        <p className="mt-1 text-ink-2">
          {t(isOpen && !narrow ? 'canvas.emptyHint' : 'canvas.emptyStart')}
        </p>
        <ul className="pointer-events-auto mt-4 grid gap-2.5 sm:grid-cols-3">
          {starts.map(({ lesson, icon, title, text }) => (
            <Start
              key={lesson}
              icon={icon}
              title={t(title)}
              text={t(text)}
              onClick={() => void begin(lesson)}
            />
          ))}
          {source ? (
            <Start
              icon={Database}
              title={t('canvas.addSource')}
              text={t('start.sourceText')}
              onClick={() => addAfter(source)}
            />
          ) : null}
        </ul>
        <div className="pointer-events-auto mt-3 flex justify-center">
          <Button onClick={() => views.getState().set({ startOpen: true })}>
            {t('canvas.openLesson')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Start({
  icon: Icon,
  title,
  text,
  onClick,
}: {
  icon: LucideIcon;
  title: string;
  text: string;
  onClick: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        onClick={onClick}
        className="flex h-full w-full flex-col items-start rounded-card border border-line bg-surface p-3 text-left shadow-card hover:border-accent"
      >
        <span className="text-accent">
          <Icon size={20} aria-hidden />
        </span>
        <span className="mt-2 font-semibold">{title}</span>
        <span className="mt-0.5 text-[13px] leading-snug text-ink-2">{text}</span>
      </button>
    </li>
  );
}
