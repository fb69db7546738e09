import type { Ir } from '../../compiler/ir.ts';
import type { Stage } from '../../engine/walk/stages.ts';
import type { TensorFacts } from '../../engine/walk/tensor-facts.ts';
import type { WalkPicture } from '../../visualisations/walk/probe.ts';
import { letterOf } from '../../visualisations/walk/stage-text.ts';

/** Numbers of a tensor as they stand on the canvas, with the letter that they go by. */
export interface Label {
  readonly letter: string;
  readonly facts: TensorFacts;
  /** What the update made of them. */
  readonly after?: TensorFacts;
}

/** What stands at a node: what it gives, the loss's slope by that and by its weights, and what those become. */
export interface NodeLabels {
  readonly values?: Label;
  readonly slopes?: Label;
  readonly weights: readonly Label[];
  readonly updated: readonly Label[];
}

/** What stands at nodes and wires once a walk has come so far. */
export interface Reached {
  readonly nodes: ReadonlyMap<string, NodeLabels>;
  /** By `from>to`: what the readers of a value that has several give back to it. */
  readonly wires: ReadonlyMap<string, Label>;
  readonly loss: number | undefined;
}

/** All numbers that were passed: values on the way forward, slopes on the way back, the new weights. */
export function reachedBy(
  { values, gradients, shares, weights, loss }: WalkPicture,
  ir: Ir,
  stops: readonly Stage[],
  at: number,
): Reached {
  const nodes = new Map<string, NodeLabels>();
  const wires = new Map<string, Label>();
  const passed = stops.slice(0, at + 1);
  const put = (node: string, change: Partial<NodeLabels>): void => {
    nodes.set(node, { weights: [], updated: [], ...nodes.get(node), ...change });
  };
  const add = (node: string, where: 'weights' | 'updated', label: Label): void =>
    put(node, { [where]: [...(nodes.get(node)?.[where] ?? []), label] });
  for (const stop of passed) {
    if (stop.type === 'value') {
      const facts = values[stop.node];
      if (facts) put(stop.node, { values: { letter: '', facts } });
    }
    if (stop.type === 'slope') {
      const readers = ir.nodes.filter(({ inputs }) => inputs.includes(stop.from));
      const share = shares[`${stop.from}>${stop.to}`];
      if (readers.length > 1 && share) {
        wires.set(`${stop.from}>${stop.to}`, { letter: '∂', facts: share });
      }
      const facts = gradients[stop.from];
      const isLast = readers.length < 2 || readers[0]?.id === stop.to;
      const letter = readers.length > 1 ? 'Σ∂' : '∂';
      if (facts && isLast) put(stop.from, { slopes: { letter, facts } });
    }
    if (stop.type === 'weight') {
      const facts = weights[stop.node]?.[stop.tensor];
      const letter = `∂${letterOf(facts?.name ?? '')}`;
      if (facts) add(stop.node, 'weights', { letter, facts: facts.gradient });
    }
    if (stop.type === 'update') {
      const facts = weights[stop.node]?.[stop.tensor];
      const letter = letterOf(facts?.name ?? '');
      if (facts) {
        const after = facts.after && { after: facts.after };
        add(stop.node, 'updated', { letter, facts: facts.values, ...after });
      }
    }
  }
  const isCounted = passed.some(({ type }) => type === 'cost');
  return { nodes, wires, loss: isCounted ? loss : undefined };
}
