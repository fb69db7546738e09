import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSamples } from '../../state/samples.ts';
import { isOutOfReach, watchStart } from '../../state/seeds/load-start.ts';
import type { SeedSetup } from '../../state/seeds/seed-store.ts';
import type { Study } from '../../state/seeds/study.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { useWidth } from '../../ui/kit/use-width.ts';
import { Legend } from '../plane-legend.tsx';
import { Cell } from './cell.tsx';
import { type Judged, sortedBy } from './judged.ts';
import { topOf } from './paint-start.ts';
import { useStartPaint } from './use-start-paint.ts';

/** Least width of a cell, and its height, with the room around it, in pixels. */
const CELL = { width: 72, height: 126 } as const;
/** Rows beyond the visible ones that are there already. */
const SPARE = 1;

/** All starts of a variant as small pictures; only those in sight are in the page. */
export function Strip({
  study,
  judged,
  running,
  order,
}: {
  study: Study;
  judged: Judged;
  running: boolean;
  order: SeedSetup['order'];
}) {
  const { t } = useTranslation();
  const stores = useStores();
  const { variant, verdicts } = judged;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [scroll, setScroll] = useState(0);
  const [active, setActive] = useState(0);
  const [loaded, setLoaded] = useState<number>();
  const isMoved = useRef(false);
  const seed = useDocument(({ document }) => document.training.seed);
  const locked = useDocument((state) => state.locked);
  // While results come nothing changes its place.
  const shown = useMemo(
    () => sortedBy(verdicts, running ? 'seed' : order),
    [verdicts, running, order],
  );
  const top = useMemo(() => topOf(shown), [shown]);
  const paint = useStartPaint(variant, top);
  const onScreen = useSamples();
  const samples = useMemo(() => onScreen && { ...onScreen, test: undefined }, [onScreen]);
  const isPlane = shown[0]?.portrait !== undefined;
  const columns = Math.max(1, Math.floor(width / CELL.width));
  const wide = width / columns;
  const rows = Math.ceil(shown.length / columns);
  const height = Math.min(rows, 3) * CELL.height;
  const from = Math.max(0, Math.floor(scroll / CELL.height) - SPARE) * columns;
  const to = Math.min(shown.length, from + (3 + 1 + 2 * SPARE) * columns);
  const at = Math.min(active, shown.length - 1);
  const closed = locked && isOutOfReach(stores, study, variant);
  const isLegend = !closed && loaded !== seed;
  const curves = isPlane ? null : `${t('seeds.legendCurves')} `;

  useEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    box.current?.querySelector<HTMLElement>(`[data-place="${at}"]`)?.focus({ preventScroll: true });
  });

  function move(event: KeyboardEvent): void {
    const next = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + columns,
      ArrowUp: at - columns,
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    if (next === undefined || next < 0 || next >= shown.length) return;
    event.preventDefault();
    event.stopPropagation();
    setActive(next);
    isMoved.current = true;
    const element = box.current;
    if (!element) return;
    const y = Math.floor(next / columns) * CELL.height;
    if (y < element.scrollTop) element.scrollTop = y;
    else if (y + CELL.height > element.scrollTop + height) {
      element.scrollTop = y + CELL.height - height;
    }
    setScroll(element.scrollTop);
  }

  return (
    <>
      {isPlane && samples ? <Legend samples={samples} /> : null}
      {/* Both sentences have their place, so that no seed moves from under the hand that presses it. */}
      <div className="mt-1 grid text-[13px] text-ink-3">
        <p className={`col-start-1 row-start-1 ${isLegend ? '' : 'invisible'}`}>
          {curves}
          {t('seeds.legend')}
        </p>
        {isLegend ? null : (
          <p className="col-start-1 row-start-1">
            {curves}
            {closed ? t('seeds.locked') : t('seeds.onScreen', { seed })}
          </p>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are those of the buttons in it */}
      <div
        ref={box}
        className="relative mt-2 overflow-y-auto rounded-lg"
        style={{ height }}
        onScroll={(event) => setScroll(event.currentTarget.scrollTop)}
        onKeyDown={move}
        data-testid="seeds-strip"
      >
        <ul
          style={{ height: rows * CELL.height }}
          aria-label={t(isPlane ? 'seeds.strip' : 'seeds.stripCurves')}
        >
          {shown.slice(from, to).map((result, i) => {
            const place = from + i;
            const [row, column] = [Math.floor(place / columns), place % columns];
            return (
              <li
                key={result.seed}
                aria-setsize={shown.length}
                aria-posinset={place + 1}
                className="absolute"
                style={{
                  width: wide,
                  height: CELL.height,
                  transform: `translate(${column * wide}px, ${row * CELL.height}px)`,
                }}
              >
                <Cell
                  result={result}
                  verdict={verdicts.get(result)}
                  paint={paint}
                  place={place}
                  reachable={place === at}
                  current={loaded === result.seed && seed === result.seed}
                  disabled={closed}
                  onPress={() => {
                    setActive(place);
                    setLoaded(result.seed);
                    watchStart(stores, study, variant, result.seed);
                  }}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
