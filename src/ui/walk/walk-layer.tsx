import { useTranslation } from 'react-i18next';
import { useStudy, useView } from '../../state/stores.ts';
import { WalkControls } from '../../visualisations/walk/controls.tsx';
import { letterOf, useStageText } from '../../visualisations/walk/stage-text.ts';
import { useWalk } from '../../visualisations/walk/use-walk.ts';
import { useWalkArrows } from './use-walk-arrows.ts';
import { useWalkControl } from './use-walk-control.ts';
import { WalkNumbers } from './walk-numbers.tsx';
import { placeOf, useWireId, type Way } from './walk-place.ts';

/** A walk through an update on the canvas: where it is, and the numbers that it has passed. */
export function WalkLayer() {
  const way = useWalk();
  return way ? <Walking way={way} /> : null;
}

function Walking({ way }: { way: Way }) {
  const { picture } = way;
  const inPanel = useView(({ rightOpen, rightTab }) => rightOpen && rightTab === 'see');
  const presenting = useStudy((study) => study.presenting);
  useWalkControl(way);
  useWalkArrows();
  return (
    <>
      {presenting || inPanel ? null : <Bar way={way} />}
      <Mark way={way} />
      {picture && !(way.running && way.stage.type !== 'done') ? <WalkNumbers way={way} /> : null}
    </>
  );
}

/** The stop's name over the canvas, with what leads on from it: where the panel that has them is not in sight. */
function Bar({ way }: { way: Way }) {
  const { t } = useTranslation();
  const { stageTitle } = useStageText();
  const { stage, ir, at, stops } = way;
  const node = 'node' in stage ? ir.nodes.find(({ id }) => id === stage.node) : undefined;
  const tensor = 'tensor' in stage ? letterOf(node?.weights[stage.tensor]?.name ?? '') : '';
  return (
    <div className="pointer-events-none absolute inset-x-3 top-3 z-10 flex justify-center">
      <div
        // The buttons have a row of their own, in the middle: what the stop is called moves none from under a finger.
        className="pointer-events-auto flex max-w-full flex-col items-center rounded-card border border-line bg-surface px-1 pt-1 pb-0.5 shadow-card"
        data-testid="walk-bar"
        data-walk-bar
      >
        <div className="flex max-w-full items-center gap-x-3 px-2">
          <p className="min-w-0 truncate font-medium">{stageTitle(stage, tensor)}</p>
          <span className="num text-[13px] text-ink-3">
            <span className="sr-only">
              {t('updateWalk.at', { at: at + 1, count: stops.length })}
            </span>
            <span aria-hidden>
              {at + 1}/{stops.length}
            </span>
          </span>
        </div>
        <WalkControls way={way} />
      </div>
    </div>
  );
}

/** Marks the wire at hand by a rule of its own: no other wire is drawn anew for it. */
function Mark({ way }: { way: Way }) {
  const { wire } = placeOf(way);
  const id = useWireId(wire);
  if (id === undefined) return null;
  const path = `.react-flow__edge[data-id="${CSS.escape(id)}"] .react-flow__edge-path`;
  return (
    <style>{`
      ${path} { stroke: var(--accent); stroke-width: 3; stroke-dasharray: 7 5; }
      @media (prefers-reduced-motion: no-preference) {
        ${path} { animation: walk-back 0.7s linear infinite; }
      }
      @keyframes walk-back { to { stroke-dashoffset: 12; } }
    `}</style>
  );
}
