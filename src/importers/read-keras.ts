import { err, ok, type Result } from '../core/result.ts';
import { isClosed, type Shape } from '../core/shape.ts';
import { emptyDocument } from '../document/create.ts';
import { freeId } from '../document/queries.ts';
import {
  type GraphDocument,
  type GraphNode,
  MAX_NAME,
  MAX_NODES,
  MAX_TITLE,
  MAX_WIRES,
  type Wire,
} from '../document/schema.ts';
import type { LayerKind } from '../layers/define-layer.ts';
import type { ImportFailure } from './failure.ts';
import { type Json, objectAt, own, textAt, tidyText } from './json.ts';
import { kerasKinds } from './keras-kinds.ts';
import { layerCalls } from './layer-calls.ts';
import { readLayer } from './read-layer.ts';
import type { Imported, Missing, Note, Weighted } from './report.ts';
import { readCompiled } from './training-config.ts';

/** Samples of a batch where a file does not say: Keras's own choice. */
const BATCH = 32;

/** A model as a file has it. */
export interface KerasModel {
  /** `{"class_name": "Sequential" or "Functional", "config": …}` */
  readonly model: Json;
  readonly compiled: Json;
  /** The version of Keras that wrote it; 3 is the first that may be unknown. */
  readonly version: number;
}

/** Reads a network from a Keras model. Nothing is laid out: the nodes stand in one place. */
export function readKeras(
  { model, compiled, version }: KerasModel,
  layers: ReadonlyMap<string, LayerKind>,
): Result<Imported, ImportFailure> {
  const laid = layerCalls(model);
  if (!laid.ok) return laid;
  const kinds = kerasKinds(layers);
  // Keras 3 means another function by this name.
  const byActivation = new Map(kinds.byActivation);
  if (version >= 3) byActivation.delete('hard_sigmoid');

  const nodes: Record<string, GraphNode> = {};
  const wires: Wire[] = [];
  const ids = new Set<string>();
  const lastOf = new Map<string, string>();
  const shapes = new Map<string, Shape>();
  const weighted = new Map<string, Weighted>();
  const missing: Missing[] = [];
  const notes: Note[] = [];
  let otherStarts = 0;
  let frozen = 0;
  const otherwise = new Set<string>();

  const shapesOf = (ids: readonly string[]): Shape[] =>
    ids.map((id) => shapes.get(id)).filter((shape) => shape !== undefined);

  function add(node: GraphNode, inputs: readonly string[]): string {
    const kind = layers.get(node.kind);
    const id = freeId(ids, kind?.kind ?? 'foreign');
    ids.add(id);
    nodes[id] = node;
    for (const from of inputs) wires.push({ id: `wire${wires.length + 1}`, from, to: id });
    const shape =
      kind &&
      shapeOf(
        kind,
        node,
        inputs.map((input) => shapes.get(input)),
      );
    if (shape) shapes.set(id, shape);
    return id;
  }

  for (const call of laid.value.calls) {
    const inputs = call.inputs.flatMap((key) => lastOf.get(key) ?? []);
    const read = readLayer(call, shapesOf(inputs), { ...kinds, byActivation });
    const name = tidyText(call.key, MAX_NAME);
    let before = inputs;
    for (const [i, node] of read.nodes.entries()) {
      const tensors = i === 0 ? tensorsOf(layers.get(node.kind), node, shapesOf(before)) : [];
      const id = add(i === 0 && name !== '' ? { ...node, name } : node, before);
      if (tensors.length > 0) weighted.set(call.key, { id, name: call.name, shapes: tensors });
      before = [id];
    }
    const [last] = before;
    if (last !== undefined) lastOf.set(call.key, last);
    missing.push(...read.missing.map((each) => ({ ...each, name })));
    otherStarts += read.otherStarts;
    for (const option of read.different ?? []) otherwise.add(option);
    if (own(call.config, 'trainable') === false && read.learns) frozen += 1;
  }
  const outputs = laid.value.outputs.flatMap((key) => lastOf.get(key) ?? []);
  const lossKind = [...layers.values()].find((kind) => kind.role === 'objective');
  const trained = readCompiled(compiled, lossKind);
  notes.push(...trained.notes);
  const options = [...otherwise, ...trained.left];
  if (options.length > 0) notes.push({ code: 'options', list: options.join(', ') });
  const [output, ...others] = outputs;
  if (others.length > 0) notes.push({ code: 'outputs', count: outputs.length });
  else if (output !== undefined && trained.loss && lossKind) {
    add({ kind: lossKind.kind, params: { ...trained.loss } }, [output]);
  }
  if (ids.size > MAX_NODES) {
    return err({ code: 'too-many-layers', count: ids.size, limit: MAX_NODES });
  }
  if (wires.length > MAX_WIRES) {
    return err({ code: 'too-many-wires', count: wires.length, limit: MAX_WIRES });
  }
  if (otherStarts > 0) notes.push({ code: 'starts', count: otherStarts });
  if (frozen > 0) notes.push({ code: 'frozen', count: frozen });
  const title = tidyText(textAt(objectAt(model, 'config'), 'name'), MAX_TITLE);
  const empty = emptyDocument(title);
  const document: GraphDocument = {
    ...empty,
    graph: { nodes, wires },
    layout: Object.fromEntries(Object.keys(nodes).map((id) => [id, { x: 0, y: 0 }])),
    training: {
      ...empty.training,
      batchSize: BATCH,
      ...(trained.optimizer ? { optimizer: trained.optimizer } : {}),
    },
  };
  return ok({ document, layers: laid.value.calls.length, missing, notes, weighted });
}

/** Shapes of the weights of a node, where its inputs are known. */
function tensorsOf(
  kind: LayerKind | undefined,
  node: GraphNode,
  inputs: readonly Shape[],
): readonly Shape[] {
  const params = kind?.params.safeParse(node.params).data;
  if (kind?.role !== 'compute' || !params || inputs.length === 0) return [];
  return kind.weights(params, inputs).map(({ shape }) => shape);
}

/** The shape that a node gives, where it can be known. */
function shapeOf(
  kind: LayerKind,
  node: GraphNode,
  inputs: readonly (Shape | undefined)[],
): Shape | undefined {
  const params = kind.params.safeParse(node.params).data;
  if (!params) return undefined;
  if (kind.role === 'source') {
    const given = kind.shape?.(params);
    return given && isClosed(given) ? given : undefined;
  }
  const known = inputs.filter((shape) => shape !== undefined);
  if (kind.role !== 'compute' || known.length === 0 || known.length < inputs.length) {
    return undefined;
  }
  const shape = kind.infer(params, known);
  return shape.ok ? shape.value : undefined;
}
