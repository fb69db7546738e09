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

/** What stands at a node: what it gives, the loss's slope by that, and what its weights get. */
export interface NodeLabels {
  readonly values?: Label;
  readonly slopes?: Label;
  readonly weights: readonly Label[];
}

/** What stands at nodes and wires once a walk has come so far. */
export interface Reached {
  readonly nodes: ReadonlyMap<string, NodeLabels>;
  /** By `from>to`: what the readers of a value that has several give back to it. */
  readonly wires: ReadonlyMap<string, Label>;
  readonly loss: number | undefined;
}

/** All numbers that were passed: values on the way forward, slopes on the way back, then the new weights. */
export function reachedBy(
  { values, gradients, shares, weights, loss }: WalkPicture,
  ir: Ir,
  stops: readonly Stage[],
  at: number,
): Reached {
  const nodes = new Map<string, NodeLabels>();
  const wires = new Map<string, Label>();
  const passed = stops.slice(0, at + 1);
  const has = (...types: readonly Stage['type'][]) =>
    passed.some(({ type }) => types.includes(type));
  const isUpdate = has('update', 'done');
  const put = (node: string, change: Partial<NodeLabels>): void => {
    nodes.set(node, { weights: [], ...nodes.get(node), ...change });
  };
  const addWeights = (node: string, label: Label): void =>
    put(node, { weights: [...(nodes.get(node)?.weights ?? []), label] });
  for (const stop of passed) {
    if (stop.type === 'value' && !isUpdate) {
      const facts = values[stop.node];
      if (facts) put(stop.node, { values: { letter: '', facts } });
    }
    if (stop.type === 'slope' && !isUpdate) {
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
    if (stop.type === 'weight' && !isUpdate) {
      const facts = weights[stop.node]?.[stop.tensor];
      const letter = `∂${letterOf(facts?.name ?? '')}`;
      if (facts) addWeights(stop.node, { letter, facts: facts.gradient });
    }
    if (stop.type === 'update') {
      const facts = weights[stop.node]?.[stop.tensor];
      const letter = letterOf(facts?.name ?? '');
      if (facts) {
        const after = facts.after && { after: facts.after };
        addWeights(stop.node, { letter, facts: facts.values, ...after });
      }
    }
  }
  return { nodes, wires, loss: has('cost') && !isUpdate ? loss : undefined };
}
