import { compile } from '../src/compiler/compile.ts';
import { applyCommands } from '../src/document/commands.ts';
import { chain, type Sketch } from '../tests/support/graphs.ts';
import { catalogue } from './cases.ts';
import { largeDocument } from './large-graph.ts';
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

/** Time to change a parameter in the middle of a network of so many nodes and to compile it, in ms. */
export async function editTimes(sizes: readonly number[]) {
  const points: [number, number][] = [];
  for (const size of sizes) {
    let document = largeDocument(size);
    const id = `in${Math.floor(size / 10)}`;
    let units = 8;
    const edit = (): void => {
      units = 8 + ((units + 1) % 5);
      document = applyCommands(document, [{ type: 'setParams', id, params: { units } }]);
      if (!compile(document.graph, catalogue, 32).ir) throw new Error('does not compile');
    };
    points.push([size, await medianTime(edit, { budget: 600 })]);
  }
  return points;
}
