import type { CaseName } from './cases.ts';
import type { editingFigures, Frames } from './editing.ts';
import type { Benchmarks } from './page.ts';
import type { PictureFigures } from './pictures.ts';
import type { pageFigures, scrubFigures } from './product.ts';
import type { SeedFigures } from './seeds.ts';

type Result<Name extends keyof Benchmarks> = Awaited<ReturnType<Benchmarks[Name]>>;

/** What is measured of the canvas with a large network; times in ms. */
export interface EditingFigures {
  readonly canvas: Awaited<ReturnType<typeof editingFigures>>;
  readonly compiling: Result<'editTimes'>;
}

/** What is measured of recording runs and going back in them; times in ms. */
export interface RecordingFigures {
  readonly cost: (Result<'recordingCost'> & {
    readonly run: Parameters<Benchmarks['recordingCost']>;
  })[];
  readonly scrub: Awaited<ReturnType<typeof scrubFigures>>;
}

/** Everything that is measured; times in ms. */
export interface Figures {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly browser: string };
  readonly steps: Partial<
    Record<CaseName, { readonly ours: Result<'ourStep'>; readonly stock: Result<'stockSteps'> }>
  >;
  readonly floor: number;
  readonly grid: { readonly ours: number; readonly stock: number };
  readonly compiling: Result<'compileTimes'>;
  readonly scaling: Result<'ourScaling'>;
  readonly memory: Result<'ourMemory'>;
  readonly recording: RecordingFigures;
  readonly page: Awaited<ReturnType<typeof pageFigures>>;
  readonly pictures: PictureFigures;
  readonly seeds: SeedFigures;
  readonly editing: EditingFigures;
}

const titles: Record<string, string> = {
  xor: 'step: XOR 2-2-1, 4 rows',
  deep: 'step: 2-10-10-10-1, 4 rows',
  wide: 'step: 784-256-256-10, batch 100',
  cnn: 'step: lab-11-1 CNN, batch 100',
};

/** The figures as tables to read. */
export function printFigures(figures: Figures): string {
  const { machine, steps, floor, grid, compiling, scaling, memory, page } = figures;
  const rows: string[][] = [['', 'ours', '', 'stock tfjs, best', '', 'ratio']];
  for (const [name, pair] of Object.entries(steps)) {
    const [backend = '', best = Number.NaN] =
      Object.entries(pair.stock).sort(([, a], [, b]) => a - b)[0] ?? [];
    const { time, executor } = pair.ours;
    rows.push([
      titles[name] ?? name,
      ...[duration(time), executor, duration(best), backend],
      ratio(best / time),
    ]);
  }
  const gridRatio = ratio(grid.stock / grid.ours);
  const gridTimes = [duration(grid.ours), '', duration(grid.stock), ''];
  rows.push(['100 × 100 grid on 2-10-10-10-1', ...gridTimes, gridRatio]);
  const cnn = steps.cnn?.ours.time ?? Number.NaN;
  const frames = (of: Figures['page']['cnn']): string =>
    `median ${of.median.toFixed(1)} ms, p95 ${of.p95.toFixed(1)} ms, longest task ${
      of.longestTask === 0 ? 'under 50 ms' : duration(of.longestTask)
    }`;
  const points = (list: readonly (readonly [number, number])[]): string =>
    list.map(([size, time]) => `${size}: ${duration(time)}`).join('  ');
  const others: string[][] = [
    ['three convolutions like conv2, stock wasm', duration(floor)],
    ['CNN step against that', `${(cnn / floor).toFixed(2)} ×`],
    ['compile, nodes', `${points(compiling.points)}  slope ${compiling.slope.toFixed(2)}`],
    ...Object.entries(scaling).map(([name, { points: list, slope }]) => [
      `step by ${name}`,
      `${points(list)}  slope ${slope.toFixed(2)}${slope > 1.1 ? ', worse than linear' : ''}`,
    ]),
    [
      'tensors, bytes before and after 1,000 CNN steps',
      [memory.before, memory.after].map((m) => `${m.tensors}, ${m.bytes}`).join(' → '),
    ],
    ['navigation to a usable canvas', duration(page.usable)],
    ['frames while lab-09-3 trains', frames(page['lab-09-3'])],
    ['frames while a CNN trains', frames(page.cnn)],
    ['from lifting the pen to the answer', duration(page.drawing)],
  ];
  const about = `${machine.cpu}, ${machine.cores} cores, Chromium ${machine.browser}`;
  return `${about}\n\n${table(rows)}\n${table(others)}\n${printSeeds(figures.seeds)}\n${printPictures(figures.pictures)}\n${printRecording(figures.recording)}\n${printEditing(figures.editing)}`;
}

/** The figures of recording as a table to read. */
export function printRecording({ cost, scrub }: RecordingFigures): string {
  return table([
    ...cost.map(({ run: [name, steps, rule], plain, recorded }) => [
      `${steps.toLocaleString('en-US')} steps of ${name} by ${rule}, recorded`,
      `${duration(plain)} → ${duration(recorded)}`,
      `${(100 * (recorded / plain - 1)).toFixed(1)} % more`,
    ]),
    [
      'from a press on the bar of time to the moment',
      `median ${duration(scrub.median)}, p95 ${duration(scrub.p95)}`,
      `longest ${duration(scrub.longest)}`,
    ],
  ]);
}

const onScreen: Readonly<Record<keyof PictureFigures['cnn'], string>> = {
  shown: 'all pictures',
  spread: 'all, and how numbers are spread',
  away: 'the network out of sight',
  list: 'the list alone',
};

/** The figures of what is drawn live as a table to read. */
export const printPictures = (figures: PictureFigures): string =>
  table([
    ['updates a second, by what is on screen', 'rate', 'of the list’s', 'longest task'],
    ...Object.entries(figures).flatMap(([name, states]) =>
      Object.entries(states).map(([state, { rate, longestTask }]) => [
        `${name}, ${onScreen[state as keyof typeof states]}`,
        rate.toLocaleString('en-US', { maximumSignificantDigits: 4 }),
        `${((100 * rate) / states.list.rate).toFixed(1)} %`,
        longestTask === 0 ? 'under 50 ms' : duration(longestTask),
      ]),
    ),
  ]);

/** The figures of many seeds as a table to read. */
export const printSeeds = ({ hundred, thousand, longestTask }: SeedFigures): string =>
  table([
    ['100 seeds of lab-09-2, 10,001 updates each', duration(hundred)],
    ['1,000 seeds of it', duration(thousand)],
    [
      'the page’s longest task meanwhile',
      longestTask === 0 ? 'under 50 ms' : duration(longestTask),
    ],
  ]);

/** The figures of the canvas with a large network as a table to read. */
export function printEditing({ canvas, compiling }: EditingFigures): string {
  const row = (what: string, { median, p95, longest, work }: Frames): string[] => [
    what,
    ...[median, p95, longest, work].map((ms) => ms.toFixed(1)),
  ];
  return `${table([
    ['500 nodes, 600 wires: ms between frames', 'median', 'p95', 'longest', 'work'],
    row('pan, all on screen', canvas.far.pan),
    row('drag a node, all on screen', canvas.far.drag),
    row('zoom', canvas.zoom),
    row('pan, close', canvas.near.pan),
    row('drag a node, close', canvas.near.drag),
    row('type a parameter', canvas.type),
    row('undo and redo', canvas.undo),
  ])}
${table([
  ['from the file to the nodes on screen', duration(canvas.opened)],
  ['the page works on one edit', duration(canvas.edit)],
  ...compiling.map(([size, ms]) => [`edit and compile, ${size} nodes`, duration(ms)]),
])}`;
}

function duration(ms: number): string {
  if (ms < 1) return `${(ms * 1000).toPrecision(3)} µs`;
  return ms < 1000 ? `${ms.toPrecision(3)} ms` : `${(ms / 1000).toPrecision(3)} s`;
}

const ratio = (value: number): string =>
  `${value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1)} ×`;

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
