import type { StepName } from '../document/step-name.ts';

/** Hints, the more urgent ones first. */
export const hintNames = ['fits', 'look', 'first', 'wire', 'after'] as const;

/** Something that a person may want to know at one moment, said once beside where it helps. */
export type HintName = (typeof hintNames)[number];

/** What hints are decided by. */
export interface HintFacts {
  /** Something else wants the eye: a lecture, a card that points, a window, a wire in the hand. */
  readonly quiet: boolean;
  /** Whether a pointer can hover, and so a keyboard is likely. */
  readonly hovers: boolean;
  /** Whether the layers to choose from are on screen. */
  readonly palette: boolean;
  /** Nodes that give an output: the one that stands alone, the one selected, and the one whose port is below the pointer. */
  readonly alone: string | undefined;
  readonly selected: string | undefined;
  readonly overPort: string | undefined;
  /** A node with a picture, while training rests that has run. */
  readonly rested: string | undefined;
  /** The node whose wire was refused where it was just let go of. */
  readonly refused: string | undefined;
  readonly nodes: number;
  readonly wires: number;
  /** What the last change of the document was. */
  readonly step: StepName['code'] | undefined;
  /** Whether a layer is looked into. */
  readonly looksInside: boolean;
  /** Whether the list that A opens, or that of what fits at a wire's end, is asked for. */
  readonly asksAfter: boolean;
  readonly asksFits: boolean;
}

interface HintRule {
  /** The node that it belongs to, while it belongs anywhere. */
  readonly at: (now: HintFacts) => string | undefined;
  /** Whether the person just did what it speaks of. */
  readonly done: (now: HintFacts, before: HintFacts) => boolean;
}

const rules: Readonly<Record<HintName, HintRule>> = {
  fits: {
    at: ({ refused }) => refused,
    done: ({ asksFits }) => asksFits,
  },
  look: {
    at: ({ rested }) => rested,
    done: ({ looksInside }) => looksInside,
  },
  first: {
    at: ({ alone, palette }) => (palette ? alone : undefined),
    done: (now, before) =>
      before.nodes === 1 && now.nodes === 2 && now.wires === 1 && now.step !== 'open',
  },
  wire: {
    at: ({ overPort, hovers }) => (hovers ? overPort : undefined),
    done: (now, before) => now.step === 'connect' && now.wires > before.wires,
  },
  after: {
    at: ({ selected, hovers }) => (hovers ? selected : undefined),
    done: ({ asksAfter }) => asksAfter,
  },
};

/** A hint and the node it stands at. */
export interface Hint {
  readonly name: HintName;
  readonly node: string;
}

/** The one hint that is due; the one on screen stays as long as it belongs there. */
export function hintAt(
  now: HintFacts,
  gone: readonly string[],
  shown?: HintName,
): Hint | undefined {
  if (now.quiet) return undefined;
  const order = shown ? [shown, ...hintNames] : hintNames;
  for (const name of order) {
    const node = gone.includes(name) ? undefined : rules[name].at(now);
    if (node !== undefined) return { name, node };
  }
  return undefined;
}

/** The hints that are over and done with, now that the person did what they speak of. */
export const hintsDone = (now: HintFacts, before: HintFacts): readonly HintName[] =>
  hintNames.filter((name) => rules[name].done(now, before));
