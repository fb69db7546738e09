import { cpus } from 'node:os';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { browserFlags, ensureBrowser } from '../tests/support/browser.mjs';
import type { CaseName } from './cases.ts';
import { editingFigures } from './editing.ts';
import type { Benchmarks } from './page.ts';
import { type PictureFigures, pictureFigures } from './pictures.ts';
import { pageFigures, scrubFigures } from './product.ts';
import {
  type EditingFigures,
  type Figures,
  printEditing,
  printFigures,
  printPictures,
  printRecording,
  printSeeds,
  type RecordingFigures,
} from './report.ts';
import { seedFigures } from './seeds.ts';

const GRID = 10_000;
const compared = ['xor', 'deep', 'wide', 'cnn'] as const;
/** Runs that are recorded: how many steps of what, and by which rule. */
const recorded: readonly Parameters<Benchmarks['recordingCost']>[] = [
  ['xor', 1_000_000, 'sgd'],
  ['xor', 10_001, 'sgd'],
  ['xor', 10_001, 'adam'],
  ['deep', 10_001, 'adam'],
  ['smallCnn', 200, 'sgd'],
  ['smallCnn', 200, 'adam'],
];
const graphicsFlags = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
const lab = 'http://localhost:4199';
const product = 'http://localhost:4198';

/** Runs one of the page's measurements. */
const ask = <Name extends keyof Benchmarks>(
  page: Page,
  name: Name,
  ...args: Parameters<Benchmarks[Name]>
): Promise<Awaited<ReturnType<Benchmarks[Name]>>> =>
  page.evaluate(
    ([which, given]) => {
      const { benchmarks } = window as unknown as {
        benchmarks: Record<string, (...given: unknown[]) => unknown>;
      };
      return benchmarks[which]?.(...given) as Awaited<ReturnType<Benchmarks[Name]>>;
    },
    [name, args] as const,
  );

/** A page of its own for each measurement: our kernels take the place of tfjs's in a page. */
async function alone<T>(browser: Browser, measure: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(lab);
  await page.waitForFunction(() => 'benchmarks' in window);
  const result = await measure(page);
  await page.close();
  return result;
}

async function compareSteps(browser: Browser, name: CaseName) {
  say(`a step of ${name}`);
  const ours = await alone(browser, (page) => ask(page, 'ourStep', name));
  const stock = await alone(browser, (page) => ask(page, 'stockSteps', name));
  return { ours, stock };
}

async function measure(browser: Browser): Promise<Figures> {
  const steps: Figures['steps'] = {};
  for (const name of compared) steps[name] = await compareSteps(browser, name);
  say('the arithmetic’s floor');
  const floor = await alone(browser, (page) => ask(page, 'convolutionFloor'));
  say('the boundary grid');
  const grid = {
    ours: await alone(browser, (page) => ask(page, 'ourGrid', 'deep', GRID)),
    stock: await alone(browser, (page) => ask(page, 'stockGrid', 'deep', GRID)),
  };
  say('compiling');
  const compiling = await alone(browser, (page) => ask(page, 'compileTimes', [10, 100, 1000]));
  say('growth');
  const scaling = await alone(browser, (page) => ask(page, 'ourScaling'));
  say('memory over 1,000 steps');
  const memory = await alone(browser, (page) => ask(page, 'ourMemory', 'smallCnn', 1000));
  const recording = await measureRecording(browser);
  say('the page itself');
  const page = await pageFigures(browser);
  const pictures = await measurePictures(browser);
  say('many seeds');
  const seeds = await seedFigures(browser);
  const editing = await measureEditing(browser);
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, browser: browser.version() };
  return {
    machine,
    steps,
    floor,
    grid,
    compiling,
    scaling,
    memory,
    recording,
    page,
    pictures,
    seeds,
    editing,
  };
}

async function measureRecording(browser: Browser): Promise<RecordingFigures> {
  say('what recording costs');
  const cost: RecordingFigures['cost'] = [];
  for (const run of recorded) {
    cost.push({ run, ...(await alone(browser, (page) => ask(page, 'recordingCost', ...run))) });
  }
  return { cost, scrub: await scrubFigures(browser) };
}

async function measurePictures(browser: Browser): Promise<PictureFigures> {
  say('what pictures cost a run');
  return pictureFigures(browser);
}

async function measureEditing(browser: Browser): Promise<EditingFigures> {
  say('a canvas of 500 nodes');
  const canvas = await editingFigures(browser, product, 500);
  return { canvas, compiling: await alone(browser, (page) => ask(page, 'editTimes', [100, 500])) };
}

function say(what: string): void {
  process.stderr.write(`measuring ${what} …\n`);
}

/** `--only editing` measures the canvas alone, `--only seeds` many seeds, `--only recording` going back in time, `--only pictures` what is drawn live. */
const only = process.argv[process.argv.indexOf('--only') + 1];
const json = process.argv.includes('--json');
const executablePath = ensureBrowser();
const quiet = { logLevel: 'warn' } as const;
await build({ ...quiet, configFile: 'bench/vite.config.ts' });
await build(quiet);
const servers = [
  await preview({ ...quiet, configFile: 'bench/vite.config.ts' }),
  await preview({ ...quiet, preview: { port: 4198, strictPort: true, open: false } }),
];
const browser = await chromium.launch({
  executablePath,
  args: [...browserFlags, ...graphicsFlags],
});
try {
  const print = <F>(figures: F, asText: (figures: F) => string): boolean =>
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : asText(figures));
  if (only === 'editing') print(await measureEditing(browser), printEditing);
  else if (only === 'seeds') print(await seedFigures(browser), printSeeds);
  else if (only === 'recording') print(await measureRecording(browser), printRecording);
  else if (only === 'pictures') print(await measurePictures(browser), printPictures);
  else print(await measure(browser), printFigures);
} finally {
  await browser.close();
  for (const server of servers) await server.close();
}
