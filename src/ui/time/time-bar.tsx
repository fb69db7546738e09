import { Film, Play, SkipForward, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '../../engine/frame.ts';
import { useRun, useStores, useStudy, useView } from '../../state/stores.ts';
import { IconButton } from '../kit/button.tsx';
import { formatCount, formatFigure } from '../kit/format.ts';
import { BAR_PLACE } from './bar-place.ts';
import { MomentSlider } from './moment-slider.tsx';
import { useEmptyText } from './use-empty-text.ts';
import { useMomentSpeech } from './use-moment-speech.ts';
import { useReplay } from './use-replay.ts';

const none: Recording = { first: 0, end: 0, at: undefined, forgets: false, steps: undefined };

/** The bar of time over the run bar: pull it, and everything on the page is as it was then. */
export function TimeBar() {
  const { t } = useTranslation();
  const { runs, views } = useStores();
  const [recording = none, step = 0, loss] = useRun(
    ({ frame }) => [frame?.recording, frame?.step, frame?.train?.loss] as const,
  );
  const running = useRun((run) => run.running);
  const replaying = useView((view) => view.replaying);
  const presenting = useStudy((study) => study.presenting);
  useReplay();
  const { at, first, end, forgets } = recording;
  const emptyText = useEmptyText();
  const past = at !== undefined;
  const figures = {
    step: formatCount(step),
    loss: loss === undefined ? '–' : formatFigure(loss),
  };
  const text = t(past ? 'time.spoken' : 'time.spokenEnd', figures);
  useMomentSpeech(at, text, running || replaying);

  const seek = (to: number | undefined): void => {
    views.getState().set({ replaying: false });
    void runs.getState().scrub(to);
  };
  const empty = end <= first;
  const live = t(first > 0 ? 'time.liveFrom' : 'time.live', { step: formatCount(first) });
  return (
    <section
      aria-label={t('time.label')}
      data-runs
      className={`${BAR_PLACE} ${past ? 'bg-accent-soft' : 'bg-surface'} ${presenting ? 'scale-stage' : ''}`}
    >
      <IconButton
        label={t(replaying ? 'time.stop' : 'time.play')}
        disabled={empty}
        onClick={() => views.getState().set({ replaying: !replaying })}
      >
        {replaying ? <Square size={14} aria-hidden /> : <Play size={14} aria-hidden />}
      </IconButton>
      <MomentSlider recording={recording} text={text} onSeek={seek} />
      <span
        className="num flex shrink-0 gap-2 whitespace-nowrap text-ink-2 max-[480px]:hidden"
        data-testid="moment-text"
      >
        <span className="text-ink-3">{t('time.step')}</span>
        <span className="min-w-[11ch]">{figures.step}</span>
        <span className="text-ink-3">{t('time.loss')}</span>
        <span className="min-w-[9ch]">{figures.loss}</span>
      </span>
      <span
        className={`w-[25rem] shrink-0 truncate text-[13px] max-[1100px]:hidden ${past ? 'text-ink-2' : 'text-ink-3'}`}
      >
        {past ? t(forgets ? 'time.branchCold' : 'time.branch') : empty ? emptyText : live}
      </span>
      <IconButton
        label={t('film.open')}
        data-film
        disabled={empty}
        onClick={() => views.getState().set({ dialog: 'film', rightTab: 'see', rightOpen: true })}
      >
        <Film size={15} aria-hidden />
      </IconButton>
      <IconButton label={t('time.end')} disabled={!past} onClick={() => seek(undefined)}>
        <SkipForward size={15} aria-hidden />
      </IconButton>
    </section>
  );
}
