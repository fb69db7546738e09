import { ChevronLeft, ChevronRight, ChevronsRight, Pause, Play, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRun, useStores, useView } from '../../state/stores.ts';
import { closeWalk, lastUpdate, lookAt, moveWalk, showWhole, walkKeys } from '../../state/walk.ts';
import { Button, IconButton } from '../../ui/kit/button.tsx';
import type { useWalk } from './use-walk.ts';

/** On, back, by itself, all at once, out. Arrow keys go on and back while one of the buttons has the focus. */
export function WalkControls({ way }: { way: NonNullable<ReturnType<typeof useWalk>> }) {
  const { t } = useTranslation();
  const stores = useStores();
  const { at, stops, walk, stage } = way;
  const letters = useView((view) => view.letterKeys);
  const returns = useRun(({ frame }) => lastUpdate(walk, frame) !== undefined);
  /** What a button does, with the keys that do it, too. */
  const named = (label: string, which: keyof typeof walkKeys, arrow?: string) => {
    const key = walkKeys[which].replace('shift+', '⇧ ').toUpperCase();
    const keys = [letters && key, arrow].filter(Boolean);
    return { label, title: keys.length > 0 ? `${label} (${keys.join(', ')})` : label };
  };
  const onward =
    stage.type === 'done'
      ? t('updateWalk.next')
      : stops[at + 1]?.type === 'done' && walk.taken === undefined
        ? t('updateWalk.take')
        : t('updateWalk.onward');
  return (
    <div
      role="toolbar"
      aria-label={t('updateWalk.controls')}
      className="flex items-center gap-0.5"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
        event.preventDefault();
        event.stopPropagation();
        moveWalk(stores, event.key === 'ArrowRight' ? 1 : -1);
      }}
    >
      <IconButton
        {...named(t('updateWalk.back'), 'back', '←')}
        disabled={at === 0 && !returns}
        onClick={() => moveWalk(stores, -1)}
        data-walk="back"
      >
        <ChevronLeft size={17} aria-hidden />
      </IconButton>
      {stage.type === 'done' ? (
        <Button
          look="outline"
          title={named(onward, 'on', '→').title}
          onClick={() => moveWalk(stores, 1)}
          data-walk="on"
        >
          {onward}
          <ChevronRight size={17} aria-hidden />
        </Button>
      ) : (
        <IconButton
          {...named(onward, 'on', '→')}
          onClick={() => moveWalk(stores, 1)}
          data-walk="on"
        >
          <ChevronRight size={17} aria-hidden />
        </IconButton>
      )}
      <IconButton
        {...named(walk.playing ? t('updateWalk.rest') : t('updateWalk.play'), 'play')}
        aria-pressed={walk.playing}
        onClick={() => lookAt(stores, { playing: !walk.playing })}
        data-walk="play"
      >
        {walk.playing ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
      </IconButton>
      <IconButton
        {...named(t('updateWalk.whole'), 'whole')}
        onClick={() => showWhole(stores)}
        data-walk="whole"
      >
        <ChevronsRight size={17} aria-hidden />
      </IconButton>
      <IconButton
        {...named(t('updateWalk.close'), 'leave')}
        onClick={() => closeWalk(stores)}
        data-walk="close"
      >
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
