import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGraph, type FigureNode } from '../../src/exporters/graph-scene.ts';
import { printSvg } from '../../src/exporters/graph-svg.ts';

const palette = {
  surface: 'white',
  line: 'grey',
  lineStrong: 'grey',
  ink: 'black',
  ink2: 'black',
  ink3: 'grey',
};
const measure = (text: string): number => 7.5 * [...text].length;

const node = (change: Partial<FigureNode>): FigureNode => ({
  x: 0,
  y: 0,
  name: 'Dense',
  kind: 'Dense',
  face: '2 units',
  lines: [[{ text: '2×2 + 2 = 6', mono: true }, { text: ' parameters' }]],
  rail: 'blue',
  takesInput: true,
  givesOutput: true,
  ...change,
});

const svgOf = (nodes: readonly FigureNode[], title = 'XOR'): string =>
  printSvg(
    drawGraph(
      title,
      nodes,
      [{ path: 'M200 27C300 27 400 -90 500 27', x: 350, y: 27, label: '2' }],
      palette,
      measure,
    ),
  );

/** What stands between the tags, as a reader of XML has it. */
const textOf = (svg: string): string =>
  svg
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('the graph as an SVG file', () => {
  it('has every word as text', () => {
    const text = textOf(svgOf([node({}), node({ x: 264, name: 'hidden', face: '' })]));
    for (const word of ['XOR', 'Dense', '2 units', '2×2 + 2 = 6 parameters', 'hidden (Dense)']) {
      expect(text).toContain(word);
    }
  });

  it('is XML whatever a name holds, and runs nothing', () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"/><image href="x"',
        ']]>',
        '&amp;',
        '\u0000\u000b\ud800',
      ),
    );
    fc.assert(
      fc.property(anyName, anyName, (name, title) => {
        const svg = svgOf(
          [node({ name, kind: name, face: name, lines: [[{ text: name }]] })],
          title,
        );
        const tags = new Set([...svg.matchAll(/<\/?([^\s>/]+)/g)].map(([, tag]) => tag));
        const known = ['?xml', 'svg', 'title', 'rect', 'path', 'circle', 'text', 'tspan', 'g'];
        expect([...tags].filter((tag) => !known.includes(tag ?? ''))).toEqual([]);
        expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(Buffer.from(svg).toString()).toBe(svg);
      }),
    );
  });

  it('lets no text run out of its node', () => {
    const long = 'a name that is far too long to stand in the head of one node';
    const svg = svgOf([
      node({ name: long, lines: [[{ text: `3×3×512×512 + 512 = ${long}`, mono: true }]] }),
    ]);
    const shown = [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, runs]) =>
      textOf(runs ?? ''),
    );
    for (const text of shown) expect(measure(text.trimEnd())).toBeLessThanOrEqual(170);
    expect(shown.some((text) => text.endsWith('…'))).toBe(true);
  });

  it('holds the whole graph, wires that swing out and nodes to the left of the origin too', () => {
    const { x, y, width, height } = drawGraph(
      'far',
      [node({ x: -900, y: -40 }), node({ x: 5000, y: 900 })],
      [{ path: 'M0 0C10 -300 20 1200 30 0', x: 0, y: 0, label: '' }],
      palette,
      measure,
    );
    expect(x).toBeLessThan(-900);
    expect(y).toBeLessThan(-300);
    expect(x + width).toBeGreaterThan(5194);
    expect(y + height).toBeGreaterThan(1200);
  });

  it('draws 500 nodes in a moment', () => {
    const nodes = Array.from({ length: 500 }, (_, i) =>
      node({ x: 264 * (i % 25), y: 120 * Math.floor(i / 25) }),
    );
    const started = performance.now();
    expect(svgOf(nodes).length).toBeGreaterThan(100_000);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is a file also where there is nothing', () => {
    expect(printSvg(drawGraph('', [], [], palette, measure))).toMatch(/<svg[^>]* width="48"/);
  });
});
