import type { Shape } from '../core/shape.ts';
import { type GraphNode, MAX_FOREIGN } from '../document/schema.ts';
import type { LayerKind } from '../layers/define-layer.ts';
import { type Json, objectAt, own, textAt, tidyText } from './json.ts';
import { createConfig } from './keras-config.ts';
import { innerActivation, type KerasKinds, type NamedKind } from './keras-kinds.ts';
import type { LayerCall } from './layer-calls.ts';
import type { Missing } from './report.ts';

/** What one layer of a file has become: a node, or several in a row. */
export interface ReadLayer {
  readonly nodes: readonly GraphNode[];
  readonly missing: readonly Omit<Missing, 'name'>[];
  readonly otherStarts: number;
  /** Options that mean something a little other here. */
  readonly different?: readonly string[];
  /** Whether it has weights. */
  readonly learns: boolean;
}

/** Reads one layer with the kind that has its name; one that no kind has is kept as it is. */
export function readLayer(call: LayerCall, inputs: readonly Shape[], kinds: KerasKinds): ReadLayer {
  const { className, config } = call;
  const rank = inputs[0]?.length;
  if (className === 'Activation') return activationOf(config, rank, kinds, true);
  const kind = kinds.byClass.get(className);
  if (!kind) return placeholder(config, { layer: className, reason: 'kind' });
  const read = readWith({ kind, params: {} }, config, rank, className);
  if (read.missing.length > 0) return read;
  const [node] = read.nodes;
  const learns = node !== undefined && hasWeights(kind, node, inputs);
  if (call.again && learns) {
    return placeholder(config, { layer: className, reason: 'shared' });
  }
  const after = activationOf(config, rank, kinds, false);
  return {
    nodes: [...read.nodes, ...after.nodes],
    missing: after.missing,
    otherStarts: read.otherStarts + after.otherStarts,
    different: read.different ?? [],
    learns,
  };
}

/** The node of an activation: of a layer that is nothing else, or of one within another. */
function activationOf(
  config: Json,
  rank: number | undefined,
  kinds: KerasKinds,
  alone: boolean,
): ReadLayer {
  const inner = innerActivation(config);
  if (inner.type === 'layer') {
    const className = textAt(inner.layer, 'class_name');
    const kind = kinds.byClass.get(className);
    const own = objectAt(inner.layer, 'config');
    return kind
      ? readWith({ kind, params: {} }, own, rank, className)
      : placeholder(own, { layer: className, reason: 'kind' });
  }
  if (inner.type === 'none' && !alone)
    return { nodes: [], missing: [], otherStarts: 0, learns: false };
  const name = inner.type === 'name' ? inner.name : 'linear';
  const found = kinds.byActivation.get(name);
  if (!found) return placeholder({ activation: name }, { layer: name, reason: 'kind' });
  const node = { kind: found.kind.kind, params: { ...found.params } };
  return { nodes: [node], missing: [], otherStarts: 0, learns: false };
}

function readWith(
  { kind, params }: NamedKind,
  config: Json,
  rank: number | undefined,
  className: string,
): ReadLayer {
  const reading = createConfig(config, rank);
  const read = { ...params, ...kind.keras?.read?.(reading.config) };
  const [refusal] = reading.refusals;
  if (refusal) return placeholder(config, { layer: className, reason: 'option', ...refusal });
  const node = { kind: kind.kind, params: otherThanUsual(kind, read) };
  return {
    nodes: [node],
    missing: [],
    otherStarts: reading.otherStarts(),
    different: reading.different,
    learns: false,
  };
}

/** The parameters that differ from what a new node of the kind has. */
function otherThanUsual(
  kind: LayerKind,
  params: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const usual = kind.params.safeParse({}).data ?? {};
  return Object.fromEntries(
    Object.entries(params).filter(
      ([name, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(usual[name]),
    ),
  );
}

/** Whether a layer has weights, whatever is known of its input. */
function hasWeights(kind: LayerKind, node: GraphNode, inputs: readonly Shape[]): boolean {
  if (kind.role !== 'compute') return false;
  const params = kind.params.safeParse(node.params).data;
  return (
    params !== undefined && kind.weights(params, inputs.length > 0 ? inputs : [[1]]).length > 0
  );
}

/** A node that keeps a layer as it was read; it says what stood in the way. */
function placeholder(config: Json, missing: Omit<Missing, 'name'>): ReadLayer {
  const foreign = { ...missing, layer: tidyText(missing.layer, MAX_FOREIGN) || '?' };
  const node = {
    kind: `Keras ${foreign.layer}`.slice(0, 64),
    params: { ...withoutPrototype(config) },
    foreign,
  };
  return { nodes: [node], missing: [foreign], otherStarts: 0, learns: false };
}

/** Keys that would not survive being saved are left out. */
const withoutPrototype = (config: Json): Json =>
  Object.fromEntries(
    Object.keys(config)
      .filter((key) => key !== '__proto__')
      .map((key) => [key, own(config, key)]),
  );
