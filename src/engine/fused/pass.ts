import type { Ir, IrNode } from '../../compiler/ir.ts';
import type { Random } from '../../core/random.ts';
import { sizeOf } from '../../core/shape.ts';
import type { Batch } from '../executor.ts';
import { type Arena, roomNeeded } from './arena.ts';
import { createObjective } from './losses/index.ts';
import type { Kernel, Port } from './operation.ts';
import { createKernel } from './operations/index.ts';
import type { FusedWeights } from './weights.ts';

/** The way forward and back through a network, for up to `capacity` rows at a time. */
export interface Pass {
  readonly capacity: number;
  /** Takes up inputs, and labels where there are any. */
  readonly load: (batch: Pick<Batch, 'rows' | 'x'> & { readonly y?: Float32Array }) => void;
  readonly forward: (rows: number, training: boolean) => void;
  /** Loss of what `forward` left, with its gradient at the output. */
  readonly loss: (rows: number) => number;
  /** Fills the weights' gradients. */
  readonly backward: (rows: number) => void;
  /** What a node holds after `forward`: [rows, width]. */
  readonly valuesOf: (node: string) => Port;
}

/** For rate and sum of an update, and what is rounded up to pairs. */
const SMALL_ROOMS = 64;

/** Lays out all memory of a pass. Steps on it allocate nothing. */
export function createPass(
  ir: Ir,
  weights: FusedWeights,
  capacity: number,
  {
    arena,
    random,
    toSource = false,
  }: {
    readonly arena: Arena;
    readonly random: () => Random;
    /** Whether gradients are worked out back to the source: an update does not need them so far. */
    readonly toSource?: boolean;
  },
): Pass {
  const room = (width: number): Float64Array => arena.room(capacity * width);
  const ports = new Map<string, Port>();
  const learns = new Set<string>();
  const split = new Map<string, Float64Array[]>();
  const readers = countReaders(ir);
  const inputWidth = sizeOf(ir.source.spec.input);
  const sourceGradient = toSource ? room(inputWidth) : undefined;
  const source: Port = { values: room(inputWidth), gradient: sourceGradient, width: inputWidth };
  ports.set(ir.source.id, source);
  if (toSource) learns.add(ir.source.id);

  const portOf = (id: string): Port => {
    const port = ports.get(id);
    if (!port) throw new Error(`"${id}" is read before it is there`);
    return port;
  };

  /** What a reader sees of a node. Several readers each get a gradient of their own, summed later. */
  function wireFrom(id: string): Port {
    const port = portOf(id);
    if (!port.gradient || (readers.get(id) ?? 0) < 2) return port;
    const gradient = room(port.width);
    split.set(id, [...(split.get(id) ?? []), gradient]);
    return { ...port, gradient };
  }

  function place(node: IrNode): Kernel | undefined {
    const { operation } = node;
    if (!operation) throw new Error(`"${node.kind}" has no fused operation`);
    const inputs = node.inputs.map(wireFrom);
    const tensors = weights.of(node.id);
    const trains = tensors.some(({ gradient }) => gradient);
    if (trains || node.inputs.some((id) => learns.has(id))) learns.add(node.id);
    const width = sizeOf(node.outputShape);
    if (operation.op === 'identity') {
      ports.set(node.id, { ...(inputs[0] as Port), width });
      return undefined;
    }
    const gradient = learns.has(node.id) ? room(width) : undefined;
    const output = { values: room(width), gradient, width };
    ports.set(node.id, output);
    const channels = node.inputShapes[0]?.at(-1) ?? 1;
    const space = { arena, inputs, output, weights: tensors, channels, random };
    return createKernel(operation, space);
  }

  const kernels: { readonly id: string; readonly kernel: Kernel | undefined }[] = ir.nodes.map(
    (node) => ({ id: node.id, kernel: place(node) }),
  );
  const forwards = kernels.flatMap(({ kernel }) => (kernel ? [kernel] : []));
  const ends = [{ id: ir.source.id, kernel: undefined }, ...kernels];
  const backwards = ends.reverse().flatMap(({ id, kernel }) => {
    const parts = split.get(id);
    const whole = portOf(id).gradient;
    const steps: Pick<Kernel, 'backward'>[] = [];
    if (parts && whole) steps.push(gathering(parts, whole, portOf(id).width));
    if (kernel && learns.has(id)) steps.push(kernel);
    return steps;
  });

  const output = portOf(ir.output);
  const target = room(ir.target.width);
  const objective = createObjective(ir.loss.spec, {
    output: output.values,
    target,
    gradient: output.gradient ?? room(output.width),
    width: output.width,
  });

  return {
    capacity,
    load: ({ x, y }) => {
      source.values.set(x);
      if (y) target.set(y);
    },
    forward: (rows, training) => {
      for (let i = 0; i < forwards.length; i++) forwards[i]?.forward(rows, training);
    },
    loss: objective,
    backward: (rows) => {
      for (let i = 0; i < backwards.length; i++) backwards[i]?.backward(rows);
    },
    valuesOf: portOf,
  };
}

/** Numbers that weights and passes of so many rows take up together, at most; back to the source, too. */
export function numbersNeeded(ir: Ir, capacity: number): number {
  const readers = countReaders(ir);
  const blocks = ir.nodes.map(({ id, outputShape }) => {
    const copies = 2 + (readers.get(id) ?? 0);
    return copies * roomNeeded(capacity * sizeOf(outputShape));
  });
  const sourceCopies = 2 + (readers.get(ir.source.id) ?? 0);
  const source = Array<number>(sourceCopies).fill(sizeOf(ir.source.spec.input));
  const ends = [...source, ir.target.width, ir.target.width];
  // Each weight, its gradient, what it was, and a matrix turned over.
  const weights = ir.nodes.flatMap((node) =>
    node.weights.map(({ shape }) => 4 * roomNeeded(sizeOf(shape))),
  );
  const all = [...blocks, ...ends.map((width) => roomNeeded(capacity * width)), ...weights];
  return all.reduce((sum, numbers) => sum + numbers, SMALL_ROOMS);
}

/** How many wires leave each node towards other nodes. */
function countReaders(ir: Ir): ReadonlyMap<string, number> {
  const readers = new Map<string, number>();
  for (const id of ir.nodes.flatMap((node) => node.inputs)) {
    readers.set(id, (readers.get(id) ?? 0) + 1);
  }
  return readers;
}

/** A value that is read several times answers for all of them: its gradient is their sum. */
function gathering(
  parts: readonly Float64Array[],
  whole: Float64Array,
  width: number,
): Pick<Kernel, 'backward'> {
  return {
    backward(rows) {
      for (let i = rows * width - 1; i >= 0; i--) {
        let total = 0;
        for (let k = 0; k < parts.length; k++) total += parts[k]?.[i] as number;
        whole[i] = total;
      }
    },
  };
}
