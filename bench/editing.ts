import type { Browser, CDPSession, Page } from '@playwright/test';
import { printDocument } from '../src/document/parse.ts';
import { largeDocument } from './large-graph.ts';
import { median, quantile } from './timing.ts';

/** Times between frames while something was done, in ms. */
export interface Frames {
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  /** What the main thread computed for each frame, whatever else the machine was busy with. */
  readonly work: number;
}

/** Typed values, moves and turns of the wheel in each measurement. */
const TIMES = 12;
const MOVES = 90;
/** From one edit to the next by a person in a hurry, in ms. */
const BETWEEN = 150;

/** How smooth the canvas stays while a network of so many nodes is worked on, with a real mouse and keys. */
export async function editingFigures(browser: Browser, address: string, size: number) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  page.setDefaultTimeout(60_000);
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(address);
  await page.locator('.react-flow__node').first().waitFor();
  const opened = await open(page, size);
  const far = {
    pan: await frames(page, () => pan(page)),
    drag: await frames(page, () => dragNode(page)),
  };
  const zoom = await frames(page, () => turn(page));
  // Close enough to read: the whole of it was on screen before.
  await closer(page);
  const near = {
    pan: await frames(page, () => pan(page)),
    drag: await frames(page, () => dragNode(page)),
  };
  const { node } = await places(page);
  await page.mouse.click(node.x, node.y);
  await watchEdits(page);
  const type = await frames(page, () => typeUnits(page));
  const undo = await frames(page, () => undoAndRedo(page));
  const edit = median(await editTimes(page));
  await page.close();
  return { opened, far, zoom, near, type, undo, edit };
}

/** From choosing the file to all its nodes on screen, in ms. */
async function open(page: Page, size: number): Promise<number> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const buffer = Buffer.from(printDocument(largeDocument(size)));
  const begun = performance.now();
  await (await chooser).setFiles({ name: 'large.json', mimeType: 'application/json', buffer });
  await page.waitForFunction(
    (count) => document.querySelectorAll('.react-flow__node').length >= Math.min(count, 60),
    size,
  );
  const time = performance.now() - begun;
  // Until what training needs has been built beside the page.
  await page.waitForTimeout(4000);
  return time;
}

/** Times between the frames that come while something is done. */
async function frames(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const watch = { gaps: [] as number[], on: true };
    Object.assign(window, { watch });
    let last: number | undefined;
    const look = (now: number): void => {
      if (last !== undefined) watch.gaps.push(now - last);
      last = now;
      if (watch.on) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const before = await threadTime(page);
  await act();
  const work = (await threadTime(page)) - before;
  const gaps = await page.evaluate(() => {
    const { watch } = window as unknown as { watch: { gaps: number[]; on: boolean } };
    watch.on = false;
    return watch.gaps;
  });
  return {
    median: median(gaps),
    p95: quantile(gaps, 0.95),
    longest: Math.max(...gaps),
    work: work / gaps.length,
  };
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** What the page's main thread has computed so far, in ms of its own clock. */
async function threadTime(page: Page): Promise<number> {
  const opened = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, opened);
  const session = await opened;
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** The middle of the canvas, in client pixels. */
async function middle(page: Page): Promise<[number, number]> {
  const box = await page.locator('.react-flow').boundingBox();
  if (!box) throw new Error('no canvas');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** A free spot of the canvas and a node near its middle, in client pixels. */
async function places(page: Page) {
  return page.evaluate(() => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!box) throw new Error('no canvas');
    const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
    const away = ({ x, y }: { x: number; y: number }): number => Math.hypot(x - cx, y - cy);
    const at = ({ x, y }: { x: number; y: number }) => document.elementFromPoint(x, y);
    const nodes = [...document.querySelectorAll('.react-flow__node [data-kind=dense] header')]
      .map((header) => ({ header, box: header.getBoundingClientRect() }))
      .map(({ header, box: { x, y, width, height } }) => ({
        ...{ header, x: x + width / 2, y: y + height / 2 },
      }))
      .sort((a, b) => away(a) - away(b))
      .filter((place) => place.header.parentElement?.contains(at(place)));
    // Spots all over the canvas, in no order that a row of nodes might have, too.
    const free = Array.from({ length: 2000 }, (_, i) => ({
      x: box.x + box.width * ((i * 0.618034) % 1),
      y: box.y + (box.height * i) / 2000,
    }))
      .sort((a, b) => away(a) - away(b))
      .find((place) => at(place)?.classList.contains('react-flow__pane') === true);
    const [node, pane] = [nodes[0], free];
    if (!node || !pane) throw new Error('nothing to take hold of');
    return { node: { x: node.x, y: node.y }, pane };
  });
}

/** Round and round with the button down: a hand that moves all the time. */
async function circle(page: Page, from: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= MOVES; i++) {
    const angle = (i / MOVES) * 4 * Math.PI;
    await page.mouse.move(from.x + 80 * Math.sin(angle), from.y + 60 * (1 - Math.cos(angle)));
  }
  await page.mouse.up();
}

const pan = async (page: Page): Promise<void> => circle(page, (await places(page)).pane);
const dragNode = async (page: Page): Promise<void> => circle(page, (await places(page)).node);

async function turn(page: Page): Promise<void> {
  await page.mouse.move(...(await middle(page)));
  for (let i = 0; i < MOVES; i++) await page.mouse.wheel(0, i % 30 < 15 ? -50 : 50);
}

async function closer(page: Page): Promise<void> {
  await page.mouse.move(...(await middle(page)));
  for (let i = 0; i < 60 && (await zoomOf(page)) < 0.9; i++) await page.mouse.wheel(0, -60);
  await page.waitForTimeout(500);
}

const zoomOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const style = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform;
    return Number(/scale\((.*)\)/.exec(style ?? '')?.[1] ?? 1);
  });

async function typeUnits(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Layer', exact: true }).click();
  // Looking for the box is work for the page as well; the keys are all that a person gives it.
  await page.getByRole('textbox', { name: 'Units' }).focus();
  for (let i = 0; i < TIMES; i++) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(String(8 + (i % 5)));
    await page.keyboard.press('Enter');
    await page.waitForTimeout(BETWEEN);
  }
}

/** Takes the last step back and does it again, in turns: values typed in a row are one step. */
async function undoAndRedo(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let i = 0; i < TIMES; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'ControlOrMeta+z' : 'ControlOrMeta+Shift+z');
    await page.waitForTimeout(BETWEEN);
  }
}

/** From here on every Enter and Ctrl-Z is timed: its handlers, compiling and drawing the components anew. */
const watchEdits = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const time = (event: Event): void => {
      const edits = event instanceof KeyboardEvent && /^(Enter|[zZ])$/.test(event.key);
      if (!edits) return;
      const begun = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - begun);
      port2.postMessage(undefined);
    };
    addEventListener('keydown', time, true);
  });

const editTimes = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { times: number[] }).times);
