import type { ReactFlowState } from '@xyflow/react';
import { type Hint, type HintFacts, type HintName, hintAt, hintsDone } from '../../state/hints.ts';
import type { Stores } from '../../state/stores.ts';
import { type HandFacts, hintFacts } from './hint-facts.ts';

/** How long a moment lasts until its hint appears, in ms. */
const REST = 500;
/** How far the hand leaves a port until its hint goes, in pixels. */
const NEAR = 280;

interface FlowStore {
  readonly getState: () => ReactFlowState;
  readonly subscribe: (
    listener: (now: ReactFlowState, before: ReactFlowState) => void,
  ) => () => void;
}

/** Tells which hint is due, whenever that changes; a hint goes at once and comes after a moment's rest. */
export function watchHints(
  stores: Stores,
  flow: FlowStore,
  show: (hint: Hint | undefined) => void,
): () => void {
  const { documents, views, runs, study } = stores;
  let hand: HandFacts = { overPort: undefined, refused: undefined, ran: false };
  let port: Element | undefined;
  let shown: Hint | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: ReturnType<typeof setTimeout> | undefined;
  const look = (): HintFacts => hintFacts(stores, flow.getState(), hand);
  let before = look();

  const turnTo = (hint: Hint | undefined): void => {
    if (hint?.name === shown?.name && hint?.node === shown?.node) return;
    shown = hint;
    show(hint);
  };
  const due = (now: HintFacts, name?: HintName): Hint | undefined =>
    hintAt(now, views.getState().hintsGone, name);
  function update(): void {
    const now = look();
    const gone = views.getState().hintsGone;
    const done = hintsDone(now, before).filter((name) => !gone.includes(name));
    before = now;
    if (done.length > 0) {
      // It is told to this very function, too, later on.
      views.getState().set({ hintsGone: [...gone, ...done] });
      return;
    }
    const next = due(now, shown?.name);
    if (shown && next?.name !== shown.name) turnTo(undefined);
    clearTimeout(timer);
    timer = setTimeout(() => turnTo(due(look(), shown?.name)), REST);
  }
  /** One look for all that an edit changes, when the edit is done: to find what a card points at takes a while. */
  const ask = (): void => {
    asked ??= setTimeout(() => {
      asked = undefined;
      update();
    });
  };
  const take = (change: Partial<HandFacts>): void => {
    const keys = Object.keys(change) as (keyof HandFacts)[];
    if (keys.every((key) => hand[key] === change[key])) return;
    hand = { ...hand, ...change };
    update();
  };

  const move = ({ target, clientX, clientY, pointerType }: PointerEvent): void => {
    if (pointerType !== 'mouse' || !(target instanceof Element)) return;
    const over = target.closest('.react-flow__handle.source') ?? undefined;
    if (over) port = over;
    const box = port?.getBoundingClientRect();
    if (!port || !box) return;
    const way = Math.hypot(clientX - box.x - box.width / 2, clientY - box.y - box.height / 2);
    if (way > (shown?.name === 'wire' ? NEAR : 16) || !port.isConnected) port = undefined;
    take({ overPort: port?.closest<HTMLElement>('.react-flow__node')?.dataset['id'] });
  };
  const press = ({ target }: PointerEvent): void => {
    if (target instanceof Element && !target.closest('[data-hint]')) take({ refused: undefined });
  };
  addEventListener('pointermove', move, true);
  addEventListener('pointerdown', press, true);
  const stops = [
    documents.subscribe(ask),
    views.subscribe(ask),
    study.subscribe(ask),
    runs.subscribe((now, then) => {
      if (now.running && !hand.ran) hand = { ...hand, ran: true };
      if (now.running !== then.running) update();
    }),
    flow.subscribe(({ connection: now }, { connection: then }) => {
      if (now.inProgress === then.inProgress) return;
      const { isValid, fromNode, toNode } = then;
      const refused = isValid === false && toNode && toNode.id !== fromNode?.id;
      hand = { ...hand, refused: refused ? fromNode?.id : undefined };
      update();
    }),
  ];
  return () => {
    clearTimeout(timer);
    clearTimeout(asked);
    removeEventListener('pointermove', move, true);
    removeEventListener('pointerdown', press, true);
    for (const stop of stops) stop();
  };
}
