import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, FigureNode } from '../../src/exporters/figure.ts';
import { drawGraph } from '../../src/exporters/graph-scene.ts';
import { printSvg } from '../../src/exporters/graph-svg.ts';
import type { Mark } from '../../src/exporters/scene.ts';

const palette = {
  surface: 'white',
  surface2: 'ivory',
  line: 'grey',
  lineStrong: 'grey',
  ink: 'black',
  ink2: 'black',
  ink3: 'grey',
};
const measure = (text: string): number => 7.5 * [...text].length;

const node = (change: Partial<FigureNode>): FigureNode => ({
  id: 'n0',
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

const figure = (change: Partial<Figure>): Figure => ({
  flow: 'right',
  nodes: [],
  wires: [],
  frames: [],
  notes: [],
  ...change,
});

const draw = (change: Partial<Figure>, title = 'XOR') =>
  drawGraph(title, figure(change), palette, measure);

/** Nodes are told apart by their places in the list; a wire goes from the first to the last. */
const svgOf = (nodes: readonly FigureNode[], title = 'XOR'): string => {
  const named = nodes.map((each, i) => ({ ...each, id: `n${i}` }));
  const wires = [{ id: 'w1', from: 'n0', to: `n${nodes.length - 1}`, label: '2' }];
  return printSvg(draw({ nodes: named, wires }, title));
};

/** Every mark, those in groups too. */
const flat = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => (mark.type === 'group' ? flat(mark.marks) : [mark]));

const pathsOf = (change: Partial<Figure>): string[] =>
  flat(draw(change).marks).flatMap((mark) => (mark.type === 'path' ? [mark.d] : []));

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

  it('holds the whole graph: nodes left of the origin, wires that swing out, frames and comments', () => {
    const nodes = [node({ id: 'a', x: 5000, y: 900 }), node({ id: 'b', x: -900, y: -40 })];
    const { x, y, width, height } = draw({
      nodes,
      wires: [{ id: 'w', from: 'a', to: 'b', label: '' }],
      frames: [{ title: 'Block', nodes: ['b'] }],
      notes: [{ x: 0, y: 3000, width: 200, height: 80, label: '', lines: [], fill: 'ivory' }],
    });
    expect(x).toBeLessThan(-960);
    expect(y).toBeLessThan(-76);
    expect(x + width).toBeGreaterThan(5240);
    expect(y + height).toBeGreaterThan(3080);
  });

  it('leads a skip wire past what stands in its way, as the canvas does', () => {
    const nodes = [0, 1, 2].map((i) => node({ id: `n${i}`, x: 264 * i }));
    const [straight = ''] = pathsOf({
      nodes: nodes.slice(0, 2),
      wires: [{ id: 'w', from: 'n0', to: 'n1', label: '' }],
    });
    expect(straight).not.toContain('L');
    const [skip = ''] = pathsOf({ nodes, wires: [{ id: 'w', from: 'n0', to: 'n2', label: '' }] });
    const lane = Number(/L\S+ (\S+?)C/.exec(skip)?.[1]);
    expect(lane < 0 || lane > 60).toBe(true);
  });

  it('has ports above and below where it is read downwards', () => {
    const nodes = [node({ id: 'a' }), node({ id: 'b', y: 160 })];
    const wires = [{ id: 'w', from: 'a', to: 'b', label: '2' }];
    const [path = ''] = pathsOf({ flow: 'down', nodes, wires });
    const { marks } = draw({ flow: 'down', nodes, wires });
    const dots = flat(marks).flatMap((mark) => (mark.type === 'dot' ? [[mark.x, mark.y]] : []));
    expect(dots).toEqual([
      [97, 0],
      [97, 54],
      [97, 160],
      [97, 214],
    ]);
    expect(path).toMatch(/^M97 60C.* 97 154$/);
  });

  it('draws frames and comments behind the wires, with every word of theirs', () => {
    const nodes = [node({ id: 'a' }), node({ id: 'b', x: 264 }), node({ id: 'c', x: 700 })];
    const note = { x: 0, y: 120, width: 160, height: 100, label: 'Comment', fill: 'ivory' };
    const { marks } = draw({
      nodes,
      wires: [{ id: 'w', from: 'a', to: 'b', label: '2' }],
      frames: [{ title: 'Residual block', nodes: ['a', 'b'] }],
      notes: [
        {
          ...note,
          lines: [[{ text: 'why ' }, { text: 'this', bold: true }], [], [{ text: 'w'.repeat(30) }]],
        },
      ],
    });
    const texts = flat(marks).flatMap((mark) =>
      mark.type === 'text' ? [mark.runs.map(({ text }) => text).join('')] : [],
    );
    expect(texts.slice(0, 2)).toEqual(['Residual block', 'why this']);
    // An empty line stays, a word that is too long goes on in the next line.
    expect(texts.filter((text) => /^w+$/.test(text)).join('')).toBe('w'.repeat(30));
    const kinds = flat(marks).map(({ type }) => type);
    expect(kinds.indexOf('path')).toBeGreaterThan(kinds.indexOf('text'));
    const frame = flat(marks).find((mark) => mark.type === 'box' && mark.dashes);
    expect(frame).toMatchObject({ x: -14, y: -36, width: 264 + 194 + 28 });
    for (const text of texts) expect(measure(text)).toBeLessThanOrEqual(170);
  });

  it('cuts off a comment that is longer than its card, and says so', () => {
    const lines = Array.from({ length: 9 }, (_, i) => [{ text: `line ${i}` }]);
    const note = { x: 0, y: 0, width: 160, height: 56, label: '', lines, fill: 'ivory' };
    const svg = textOf(printSvg(draw({ notes: [note] })));
    expect(svg).toContain('line 1…');
    expect(svg).not.toContain('line 2');
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
    expect(printSvg(draw({}, ''))).toMatch(/<svg[^>]* width="48"/);
  });
});
