import type { Browser, Page } from '@playwright/test';
import { printDocument } from '../src/document/parse.ts';
import { documentOf } from '../tests/support/documents.ts';
import { chain } from '../tests/support/graphs.ts';
import { scrubTimes } from './scrubbing.ts';
import { median, quantile } from './timing.ts';

const address = 'http://localhost:4198';
const VISITS = 5;
/** How long frames are watched, in ms. */
const WATCHED = 6000;

/** What a person feels: how soon the page can be used, and how smooth it stays. */
export async function pageFigures(browser: Browser) {
  const visits: number[] = [];
  for (let i = 0; i < VISITS; i++) visits.push(await visit(browser));
  const lesson = await openPage(browser);
  await lesson.getByRole('tab', { name: 'Lessons' }).click();
  await lesson.locator('[data-lesson=lab-09-3]').click();
  await lesson.getByRole('tab', { name: 'Train', exact: true }).click();
  await lesson.getByRole('textbox', { name: 'Pause at update' }).fill('');
  await lesson.keyboard.press('Enter');
  await lesson.getByRole('tab', { name: 'See', exact: true }).click();
  const lab = await framesWhileTraining(lesson);
  await lesson.close();

  const images = await openPage(browser);
  await openConvolution(images);
  const cnn = await framesWhileTraining(images);
  await images.close();
  const digits = await openPage(browser);
  const drawing = await drawingTime(digits);
  await digits.close();
  return { usable: median(visits), 'lab-09-3': lab, cnn, drawing };
}

/** How soon another moment of a run is on screen. */
export async function scrubFigures(browser: Browser) {
  const page = await openPage(browser);
  const times = await scrubTimes(page);
  await page.close();
  return times;
}

/** A function sent to a page carries calls of the transpiler's own, which the page does not know. */
export const knowNames = 'globalThis.__name = (named) => named';

/** Opens the page, at a lesson where one is asked for, ready to train. */
export async function openPage(browser: Browser, query = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-US' });
  await page.addInitScript(knowNames);
  await page.goto(`${address}/${query}`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('button', { name: /^Speed/ }).waitFor();
  return page;
}

/** From navigation to a node that can be taken hold of, in ms, in a browser that was never here. */
async function visit(browser: Browser): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.addInitScript(knowNames);
  await page.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector('.react-flow__node')) performance.mark('usable');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  const at = await page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? 0);
  await context.close();
  return at;
}

/** The convolutions of lab-11-1 over the drawn shapes, opened as a person opens a file. */
export async function openConvolution(page: Page): Promise<void> {
  const graph = chain(
    ['images', { dataset: 'shapes', size: 300 }],
    ['conv2d', { filters: 32, useBias: false }],
    ['relu'],
    ['maxPool'],
    ['conv2d', { filters: 64, useBias: false }],
    ['relu'],
    ['maxPool'],
    ['flatten'],
    ['dense', { units: 3 }],
    ['softmax'],
    ['loss', { type: 'categoricalCrossentropy' }],
  );
  const text = printDocument(documentOf(graph, { batchSize: 100 }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const file = { name: 'cnn.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: /^Speed.*wasm/ }).waitFor();
}

/** From lifting the pen over a drawn digit to the network's answer on screen, in ms. */
async function drawingTime(page: Page): Promise<number> {
  await page.getByRole('tab', { name: 'Lessons' }).click();
  await page.locator('[data-lesson=lab-11-1]').click();
  await page.getByTestId('sample-image').waitFor();
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  const pad = page.getByTestId('draw-pad');
  await pad.evaluate((element) => {
    element.addEventListener('pointerup', () => {
      const image = document.querySelector('[data-testid=sample-image]');
      const before = image?.getAttribute('data-drawing');
      const begun = performance.now();
      const look = (): void => {
        if (image?.getAttribute('data-drawing') === before) requestAnimationFrame(look);
        else performance.measure('answer', { start: begun, end: performance.now() });
      };
      look();
    });
  });
  const box = await pad.boundingBox();
  const strokes = 9;
  for (let i = 1; box && i <= strokes; i++) {
    await page.mouse.move(box.x + 40, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 120, { steps: 8 });
    await page.mouse.up();
    await page.waitForFunction(
      (count) => performance.getEntriesByName('answer').length === count,
      i,
    );
  }
  const times = await page.evaluate(() =>
    performance.getEntriesByName('answer').map(({ duration }) => duration),
  );
  return median(times);
}

async function framesWhileTraining(page: Page) {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.waitForTimeout(1500);
  const { gaps, longest } = await page.evaluate(
    (watched) =>
      new Promise<{ gaps: number[]; longest: number }>((resolve) => {
        const gaps: number[] = [];
        let longest = 0;
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        observer.observe({ type: 'longtask' });
        const begun = performance.now();
        let last = begun;
        const look = (now: number): void => {
          gaps.push(now - last);
          last = now;
          if (now - begun < watched) requestAnimationFrame(look);
          else {
            observer.disconnect();
            resolve({ gaps: gaps.slice(1), longest });
          }
        };
        requestAnimationFrame(look);
      }),
    WATCHED,
  );
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  return { median: median(gaps), p95: quantile(gaps, 0.95), longestTask: longest };
}
