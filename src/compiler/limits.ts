import { sizeOf } from '../core/shape.ts';
import type { Inference } from './infer.ts';
import type { IrNode } from './ir.ts';
import { type Finding, finding } from './problem.ts';
import type { Resolution } from './resolve.ts';

/** Most weights a network may have before it is refused: 200 MB, and as much again to train it. */
const MAX_PARAMETERS = 50_000_000;

/** Most numbers that a batch may leave behind in the layers: 512 MB, and as much again for gradients. */
const MAX_ACTIVATIONS = 128_000_000;

/** Whether layers that are only looked at, one sample at a time, fit into memory. */
export function fitsMemory(nodes: readonly IrNode[]): boolean {
  let numbers = 0;
  for (const { weights, outputShape } of nodes) {
    numbers += sizeOf(outputShape);
    for (const { shape } of weights) numbers += sizeOf(shape);
  }
  return numbers <= MAX_PARAMETERS;
}

/**
 * Phase 5: refuses what would not fit into memory, before anything is built. Counts the part that
 * leads to the loss, and the samples that run through it at once.
 */
export function checkLimits(
  inference: Inference,
  resolution: Resolution,
  leading: ReadonlySet<string>,
  rowsAtOnce: number,
): Finding[] {
  let parameters = 0;
  let activations = 0;
  let widest = { id: '', size: 0 };
  let largest = { id: '', size: 0 };
  for (const [id, { weights, output }] of inference.shapes) {
    if (!leading.has(id)) continue;
    const own = weights.reduce((total, { shape }) => total + sizeOf(shape), 0);
    const values = sizeOf(output) * rowsAtOnce;
    parameters += own;
    activations += values;
    if (own > largest.size) largest = { id, size: own };
    if (values > widest.size) widest = { id, size: values };
  }
  const findings: Finding[] = [];
  const name = (id: string) => resolution.nodes.get(id)?.name ?? id;
  if (parameters > MAX_PARAMETERS) {
    const data = { name: name(largest.id), count: parameters, limit: MAX_PARAMETERS };
    findings.push(finding('too-many-parameters', 'error', { node: largest.id }, data));
  }
  if (activations > MAX_ACTIVATIONS) {
    const data = { name: name(widest.id), count: activations, limit: MAX_ACTIVATIONS };
    findings.push(finding('too-much-memory', 'error', { node: widest.id }, data));
  }
  return findings;
}
