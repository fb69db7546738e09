import { compile } from '../src/compiler/compile.ts';
import { chain, type Sketch } from '../tests/support/graphs.ts';
import { catalogue } from './cases.ts';
import { growth, medianTime } from './timing.ts';

/** Time to compile a chain of dense layers and activations of so many nodes, in ms. */
export async function compileTimes(sizes: readonly number[]) {
  const points: [number, number][] = [];
  for (const size of sizes) {
    const layers = Array.from(
      { length: size - 4 },
      (_, i): Sketch => (i % 2 === 0 ? ['dense', { units: 8 }] : ['relu']),
    );
    const end: Sketch[] = [['dense', { units: 1 }], ['sigmoid'], ['loss']];
    const graph = chain(['points'], ...layers, ...end);
    if (!compile(graph, catalogue).ir) throw new Error('does not compile');
    points.push([size, await medianTime(() => compile(graph, catalogue), { budget: 600 })]);
  }
  return { points, slope: growth(points) };
}
