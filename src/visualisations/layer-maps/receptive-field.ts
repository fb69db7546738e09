import type { Network } from '../../compiler/ir.ts';
import { type Reading, type Region, regionBefore, unionOf } from '../../core/reading.ts';

/**
 * What of the source image one pixel of a layer depends on: windows are followed back from layer to
 * layer, over all branches. Nothing where that is not known for a layer on the way.
 */
export function receptiveField(
  network: Network,
  readingOf: (kind: string, params: Readonly<Record<string, unknown>>) => Reading | undefined,
  id: string,
  place: { readonly y: number; readonly x: number },
): Region | undefined {
  const regions = new Map<string, Region>([
    [id, { top: place.y, left: place.x, bottom: place.y + 1, right: place.x + 1 }],
  ]);
  for (const node of network.nodes.toReversed()) {
    const region = regions.get(node.id);
    if (!region) continue;
    const reading = readingOf(node.kind, node.params);
    for (const [i, input] of node.inputs.entries()) {
      const before = regionBefore(node.inputShapes[i] ?? [], reading, region);
      if (!before) return undefined;
      const known = regions.get(input);
      regions.set(input, known ? unionOf(known, before) : before);
    }
  }
  return regions.get(network.source.id);
}
