import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun, useStores } from '../../state/stores.ts';
import { lookAt } from '../../state/walk.ts';
import { bringUp } from '../../ui/kit/bring-up.ts';
import { Section } from '../../ui/kit/section.tsx';
import { Select } from '../../ui/kit/select.tsx';
import { WalkControls } from './controls.tsx';
import { letterOf, useStageText } from './stage-text.ts';
import { StageView } from './stage-view.tsx';
import { useWalk } from './use-walk.ts';

/** The arithmetic of the stop that a walk through an update is at. */
export function WalkView() {
  const { t } = useTranslation();
  const way = useWalk();
  const { stageTitle } = useStageText();
  const stop = way?.at;
  // The heading and the formula of a new stop are looked at, wherever the panel was.
  useEffect(() => {
    if (stop !== undefined) {
      bringUp(() => document.querySelector('[data-picture=walk]')?.firstElementChild ?? null);
    }
  }, [stop]);
  if (!way) return null;
  const { at, stops, stage, picture, running, ir } = way;
  const node = 'node' in stage ? ir.nodes.find(({ id }) => id === stage.node) : undefined;
  const tensor = 'tensor' in stage ? letterOf(node?.weights[stage.tensor]?.name ?? '') : '';
  return (
    <Section title={t('updateWalk.title')} remark={`${at + 1} / ${stops.length}`}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <WalkControls way={way} />
        <FollowSelect way={way} />
      </div>
      <h3
        className="mt-2 font-medium"
        data-testid="walk-stage"
        data-stage={stage.type}
        data-at={at}
        data-here={way.isHere}
      >
        {stageTitle(stage, tensor)}
      </h3>
      {running && stage.type !== 'done' ? (
        <p className="mt-1 text-[13px] text-ink-2">{t('updateWalk.running')}</p>
      ) : picture ? (
        <StageView way={way} picture={picture} tensor={tensor} />
      ) : (
        <p className="mt-1 text-[13px] text-ink-2">{t('updateWalk.waiting')}</p>
      )}
    </Section>
  );
}

/** More rows than this are not listed one by one. */
const LISTED = 100;

/** The whole batch, or one of its rows. */
function FollowSelect({ way }: { way: NonNullable<ReturnType<typeof useWalk>> }) {
  const { t } = useTranslation();
  const stores = useStores();
  const trained = useRun(({ frame }) => frame !== undefined);
  const { picture, walk } = way;
  const rows = picture?.rows ?? 0;
  if (!trained || rows < 2) return null;
  return (
    <Select
      label={t('updateWalk.follow')}
      value={String(walk.row ?? 'batch')}
      options={[
        { value: 'batch', title: t('updateWalk.batch', { count: rows }) },
        ...Array.from({ length: Math.min(rows, LISTED) }, (_, row) => ({
          value: String(row),
          title: t('updateWalk.row', { number: row + 1 }),
        })),
      ]}
      onChange={(value) => lookAt(stores, { row: value === 'batch' ? undefined : Number(value) })}
    />
  );
}
