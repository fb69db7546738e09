import { ChevronLeft, ChevronRight, ChevronsRight, Pause, Play, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { closeWalk, lookAt, moveWalk, showWhole } from '../../state/walk.ts';
import { IconButton } from '../../ui/kit/button.tsx';
import type { useWalk } from './use-walk.ts';

/** On, back, by itself, all at once, out. Arrow keys go on and back while one of the buttons has the focus. */
export function WalkControls({ way }: { way: NonNullable<ReturnType<typeof useWalk>> }) {
  const { t } = useTranslation();
  const stores = useStores();
  const { at, stops, walk, stage } = way;
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
        label={t('updateWalk.back')}
        disabled={at === 0}
        onClick={() => moveWalk(stores, -1)}
        data-walk="back"
      >
        <ChevronLeft size={17} aria-hidden />
      </IconButton>
      <IconButton label={onward} onClick={() => moveWalk(stores, 1)} data-walk="on">
        <ChevronRight size={17} aria-hidden />
      </IconButton>
      <IconButton
        label={walk.playing ? t('updateWalk.rest') : t('updateWalk.play')}
        aria-pressed={walk.playing}
        onClick={() => lookAt(stores, { playing: !walk.playing })}
        data-walk="play"
      >
        {walk.playing ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
      </IconButton>
      <IconButton label={t('updateWalk.whole')} onClick={() => showWhole(stores)} data-walk="whole">
        <ChevronsRight size={17} aria-hidden />
      </IconButton>
      <IconButton label={t('updateWalk.close')} onClick={() => closeWalk(stores)} data-walk="close">
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
