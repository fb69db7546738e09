import { isBlocked, type Standing, saturation } from './standing.ts';

/** What judgements of a layer rest on, for some rows of the training set. */
export interface LayerStatistics {
  readonly node: string;
  /** Ids of the layers that it reads. */
  readonly reads: readonly string[];
  /** Whether it has weights that are trained. */
  readonly learns: boolean;
  /** How it stands, where it is an activation that can be held fast or fall silent. */
  readonly standing?: Standing | undefined;
  /** Root mean square of the loss's derivative by its outputs. */
  readonly gradient: number;
  /** The steepest slope that the layer's function can have, where that is below 1: 0.25 for a sigmoid. */
  readonly steepest?: number | undefined;
}

/** Something about a layer that is worth a word, with the numbers it rests on. */
export type Judgement =
  | { readonly code: 'saturated'; readonly node: string; readonly share: number }
  | {
      readonly code: 'dead';
      readonly node: string;
      readonly dead: number;
      readonly units: number;
    }
  | {
      readonly code: 'vanishing' | 'exploding';
      readonly node: string;
      /** The learning layer nearest to the loss, which it is held against. */
      readonly against: string;
      /** The gradient's size as a share of that layer's. */
      readonly share: number;
      /** Layers with a slope below 1 that lie between at least, and what their slopes leave at most. */
      readonly squashes: number;
      readonly bound: number;
    };

/** Below this share of the last layer's gradient it has vanished, above its inverse exploded. */
const VANISHED = 0.01;

/**
 * What is worth a word about a network, from its layers in the order of computation, readers after what they read.
 * Gradients are held against those of the learning layer nearest to the loss (Glorot and Bengio 2010, section 4).
 */
export function judge(layers: readonly LayerStatistics[]): readonly Judgement[] {
  return [...layers.flatMap(judgeValues), ...judgeGradients(layers)];
}

function judgeValues({ node, standing }: LayerStatistics): readonly Judgement[] {
  if (!standing) return [];
  const share = saturation(standing);
  const { dead, units } = standing;
  const found: Judgement[] = [];
  if (isBlocked(share)) found.push({ code: 'saturated', node, share });
  if (dead) found.push({ code: 'dead', node, dead, units });
  return found;
}

function judgeGradients(layers: readonly LayerStatistics[]): readonly Judgement[] {
  const last = layers.findLast(({ learns }) => learns);
  if (!last || !(last.gradient > 0)) return [];
  const between = squashesBetween(layers, last.node);
  const judged = layers.flatMap((layer) => {
    const { count, bound } = between.get(layer.node) ?? { count: 0, bound: 1 };
    const share = layer.gradient / last.gradient;
    if (!layer.learns || layer === last) return [];
    const code = share < VANISHED ? 'vanishing' : share > 1 / VANISHED ? 'exploding' : undefined;
    if (!code) return [];
    const { node } = layer;
    return [{ code, node, against: last.node, share, squashes: count, bound } as const];
  });
  // One word a network is enough: about the layer where it is worst.
  const worst = (code: 'vanishing' | 'exploding') =>
    judged
      .filter((each) => each.code === code)
      .toSorted((a, b) => Math.abs(Math.log(b.share)) - Math.abs(Math.log(a.share)))
      .slice(0, 1);
  return [...worst('vanishing'), ...worst('exploding')];
}

interface Squashes {
  readonly count: number;
  /** The product of their steepest slopes. */
  readonly bound: number;
}

/** What lies between each layer and the end on the way that squashes least. */
function squashesBetween(
  layers: readonly LayerStatistics[],
  end: string,
): ReadonlyMap<string, Squashes> {
  const found = new Map<string, Squashes>([[end, { count: 0, bound: 1 }]]);
  for (const { node, reads, steepest } of layers.toReversed()) {
    const here = found.get(node);
    if (!here) continue;
    const isSquash = steepest !== undefined;
    const through: Squashes = {
      count: here.count + (isSquash ? 1 : 0),
      bound: here.bound * (steepest ?? 1),
    };
    for (const read of reads) {
      const known = found.get(read);
      if (!known || through.bound > known.bound) found.set(read, through);
    }
  }
  return found;
}
