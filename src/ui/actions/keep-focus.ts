import { blockOf } from '../../document/block-queries.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { Stores } from '../../state/stores.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { nodeAt } from '../canvas/node-at.ts';
import { blockOfCard, nodesBehind, shownAs } from '../canvas/nodes/folded.ts';
import { chosenThing } from '../edit/select-thing.ts';
import { focusSoon } from '../kit/focus-soon.ts';
import { linesOf, outlineOf } from '../outline/outline-order.ts';
import { stopsOf } from './go-to.ts';

/** What an action was asked for at, and how things stood then. */
interface Place {
  /** The node, card or comment that it was asked for at. */
  readonly here: string;
  readonly before: GraphDocument;
  /** What was selected. */
  readonly chosen: string | undefined;
  /** Whether it was asked for elsewhere: by a menu, a button or a window that may be gone now. */
  readonly elsewhere: boolean;
}

/**
 * Gives the focus to what stands beside something that is gone or out of sight: on the canvas along the wires,
 * in the list of nodes line by line. Where a button or a window lost it, what was made and selected gets it, or
 * what it was about.
 */
export function keepFocus(
  stores: Pick<Stores, 'documents' | 'views'>,
  { here, before, chosen, elsewhere }: Place,
): void {
  const { document: after } = stores.documents.getState();
  /** Whether it is a block that is drawn as a frame, whose title has the focus. */
  const isOpen = (document: GraphDocument): boolean =>
    blockOf(document, blockOfCard(here) ?? '')?.collapsed === false;
  const inList = stores.views.getState().outline;
  const places = (document: GraphDocument): readonly string[] =>
    inList ? linesOf(outlineOf(document)) : stopsOf(document);
  const left = places(after);
  const heir = heirOf(here, { before, after, order: places(before), left });
  // A field may have it, or a window that closes has given it back to where it came from.
  const yields = (): boolean => isFree() || nodeAt(window.document.activeElement) === here;
  if (!elsewhere) {
    if (isOpen(before) && isOpen(after)) return;
    // Until the page is drawn anew the title of a frame that is gone still stands, under the name of the card.
    if (isOpen(before) && heir === here) requestAnimationFrame(() => focusNode(here));
    else if (heir !== undefined && heir !== here) focusNode(heir, yields);
    return;
  }
  const now = chosenThing(stores);
  const made = now !== chosen && now !== undefined && left.includes(now) ? now : undefined;
  const next = made ?? heir;
  if (next !== undefined) focusNode(next, yields);
  else if (inList) focusSoon(() => (isFree() ? firstButton() : undefined));
}

/** What takes the place of a thing: itself, the card that it is in now, what was in it, or its neighbour. */
export function heirOf(
  here: string,
  {
    before,
    after,
    order,
    left,
  }: {
    readonly before: GraphDocument;
    readonly after: GraphDocument;
    /** All things in their order before. */
    readonly order: readonly string[];
    /** All things in their order now. */
    readonly left: readonly string[];
  },
): string | undefined {
  const there = new Set(left);
  const shown = shownAs(after, here);
  if (there.has(shown)) return shown;
  const members = new Set(nodesBehind(before, here));
  const inner = left.find((id) => members.has(id));
  if (inner !== undefined) return inner;
  const at = order.findIndex((id) => id === here || members.has(id));
  const near = [...order.slice(0, Math.max(0, at)).reverse(), ...order.slice(at + 1)];
  return near.find((id) => there.has(id));
}

/** Whether nothing has the focus. */
const isFree = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** The way back from the list, where there are no lines left. */
const firstButton = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-outline] button');
