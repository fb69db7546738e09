/** A box on screen, in client pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a card is about, and what is around it. */
export interface Surroundings {
  /** What the card is about, and must not cover. */
  readonly own: Box;
  /** Names and headings, which it rather covers nothing of; and other nodes, which it covers if it has to. */
  readonly headings: readonly Box[];
  readonly others: readonly Box[];
  /** Where it may stand. */
  readonly area: Box;
}

/** Between a card and what it is about, in pixels. */
const GAP = 8;

/** What a covered pixel costs. */
const COST = { own: 1000, heading: 6, other: 1 } as const;
/** What a pixel of distance costs: less than a line of pixels that are covered. */
const DISTANCE = 4;

/** Where a card stands: beside, below or above what it is about, where it covers least. */
export function placeCard(
  { width, height }: { readonly width: number; readonly height: number },
  { own, headings, others, area }: Surroundings,
): { readonly left: number; readonly top: number } {
  const keep = (at: number, low: number, high: number): number => Math.max(low, Math.min(at, high));
  const lefts = [own.right + GAP, own.left - GAP - width, own.left, own.right - width, area.left];
  const tops = [own.top, own.bottom - height, own.bottom + GAP, own.top - GAP - height, area.top];
  const places = [...lefts, area.right - width].flatMap((left) =>
    [...tops, area.bottom - height].map((top) => {
      const x = keep(left, area.left, area.right - width);
      const y = keep(top, area.top, area.bottom - height);
      return { left: x, top: y, right: x + width, bottom: y + height };
    }),
  );
  const costOf = (card: Box): number => {
    const sum = (boxes: readonly Box[]): number =>
      boxes.reduce((all, box) => all + covered(card, box), 0);
    const near = Math.hypot(
      Math.max(0, card.left - own.right, own.left - card.right),
      Math.max(0, card.top - own.bottom, own.top - card.bottom),
    );
    return (
      COST.own * covered(card, own) +
      COST.heading * sum(headings) +
      COST.other * sum(others) +
      DISTANCE * near
    );
  };
  const priced = places.map((card) => ({ card, cost: costOf(card) }));
  const [first, ...more] = priced;
  const best = more.reduce((least, next) => (next.cost < (least?.cost ?? 0) ? next : least), first);
  return { left: best?.card.left ?? area.left, top: best?.card.top ?? area.top };
}

/** How much of a box another one covers, in square pixels. */
const covered = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
