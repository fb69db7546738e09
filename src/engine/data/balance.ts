import { mostDrawn } from '../../core/drawn.ts';
import type { SampleSpec, Samples } from '../../core/samples.ts';
import type { Training } from '../../document/training-schema.ts';

/** What the epochs of a set draw. */
export interface Draw {
  /** Rows that each of them draws. */
  readonly rows: number;
  /** Whether all of them draw the same. */
  readonly isSame: boolean;
  /** Places of the rows that an epoch draws, in the order of the set where nothing else is asked for; the first is 0. */
  readonly of: (epoch: number) => Uint32Array;
}

/** Whether every class is to count alike, and there are classes. */
export const isBalanced = (
  { target }: SampleSpec,
  { balance }: Pick<Training, 'balance'>,
): boolean => balance && target.type === 'classes';

/** Whether every batch is the whole set as it is. */
export const isWhole = (
  spec: SampleSpec,
  training: Pick<Training, 'balance' | 'batchSize'>,
): boolean => training.batchSize === 'full' && !isBalanced(spec, training);

const plain = new WeakMap<Samples, Draw>();
const balanced = new WeakMap<Samples, Draw>();

/** What the epochs of a set draw under some settings. Worked out once for a set. */
export function drawOf(samples: Samples, training: Pick<Training, 'balance'>): Draw {
  const isEven = isBalanced(samples.spec, training);
  const known = isEven ? balanced : plain;
  const draw = known.get(samples) ?? (isEven ? drawEvenly(samples) : drawAll(samples));
  known.set(samples, draw);
  return draw;
}

function drawAll({ rows }: Samples): Draw {
  let inOrder: Uint32Array | undefined;
  const of = (): Uint32Array => {
    inOrder ??= Uint32Array.from({ length: rows }, (_, i) => i);
    return inOrder;
  };
  return { rows, isSame: true, of };
}

/**
 * As many rows of each class as the largest one has, those of rarer ones over and over, the classes in turn. Within
 * a bound; beyond it large classes are thinned out evenly, each epoch by other rows, until all had their turn.
 */
function drawEvenly({ rows, y }: Samples): Draw {
  const members = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    const label = y[row] ?? 0;
    const own = members.get(label);
    if (own) own.push(row);
    else members.set(label, [row]);
  }
  const classes = [...members].sort(([a], [b]) => a - b).map(([, own]) => own);
  const largest = Math.max(...classes.map(({ length }) => length));
  const turns = Math.min(largest, Math.floor(mostDrawn(rows) / classes.length));
  const isSame = classes.every(({ length }) => turns % length === 0);
  const draw = (epoch: number): Uint32Array => {
    const drawn = new Uint32Array(turns * classes.length);
    for (let turn = 0; turn < turns; turn++) {
      classes.forEach((own, c) => {
        drawn[turn * classes.length + c] = own[placeOf(own.length, turns, turn, epoch)] ?? 0;
      });
    }
    return drawn;
  };
  let first: Uint32Array | undefined;
  const of = (epoch: number): Uint32Array => {
    if (!isSame) return draw(epoch);
    first ??= draw(0);
    return first;
  };
  return { rows: turns * classes.length, isSame, of };
}

/** The place within a class of so many rows of the one that is drawn in some turn of an epoch. */
function placeOf(rows: number, turns: number, turn: number, epoch: number): number {
  // Rows of a rare class go round and round, from one epoch to the next too.
  if (rows <= turns) return (epoch * turns + turn) % rows;
  // Steps between the rows of a large one hold others, which have their turn in the epochs after.
  const between = Math.ceil(rows / turns);
  return Math.floor(((turn * between + (epoch % between)) * rows) / (turns * between));
}
