import { expect, type Locator, type Page } from '@playwright/test';
import type { Graph, GraphDocument } from '../../src/document/schema.ts';
import type { Training } from '../../src/document/training-schema.ts';
import { documentOf } from '../support/documents.ts';

/** Opens the page as a first visit does and waits until the lesson stands and can be trained. */
export async function visit(page: Page): Promise<void> {
  await page.goto('/');
  await expect(nodes(page)).toHaveCount(6);
  await expect(stat(page, 'loss')).toHaveText('0.7584');
}

/** Starts from an empty canvas. */
export async function startEmpty(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: /^New project/ }).click();
  await expect(nodes(page)).toHaveCount(0);
}

/** All nodes, in the order of the document. */
export const nodes = (page: Page): Locator => page.locator('.react-flow__node');
/** Nodes of one kind. */
export const nodesOf = (page: Page, kind: string): Locator =>
  page.locator(`.react-flow__node [data-kind="${kind}"]`);
/** All wires. */
export const wires = (page: Page): Locator => page.locator('.react-flow__edge[data-id]');
/** A node's port. */
export const port = (node: Locator, side: 'source' | 'target'): Locator =>
  node.locator(`.react-flow__handle.${side}`);
/** A figure of the run bar. */
export const stat = (page: Page, name: 'step' | 'loss' | 'accuracy' | 'rate'): Locator =>
  page.locator(`[data-stat=${name}] [data-value]`);
/** The step that the run bar shows. */
export const stepOf = async (page: Page): Promise<number> =>
  Number((await stat(page, 'step').innerText()).replaceAll(',', ''));
/** Waits until the figures stand still: the last frame of a run has been shown. */
export async function settle(page: Page): Promise<void> {
  const frames = () =>
    page.evaluate(async () => {
      for (let i = 0; i < 12; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  await expect
    .poll(async () => {
      const before = await stat(page, 'step').innerText();
      await frames();
      return (await stat(page, 'step').innerText()) === before;
    })
    .toBe(true);
}

/** The tab of a panel. */
export const tab = (page: Page, name: string): Locator =>
  page.getByRole('tab', { name, exact: true });
/** How fast it trains: steps a second, or `0` for flat out. */
export const pace = (page: Page): Locator => page.getByRole('combobox', { name: 'Pace' });
/** Takes the last step back. */
export const undo = (page: Page): Locator => page.getByRole('button', { name: /^Undo/ });
/** The play button. */
export const train = (page: Page): Locator =>
  page.getByRole('button', { name: 'Train', exact: true });
/** The same button while it trains. */
export const pause = (page: Page): Locator =>
  page.getByRole('button', { name: 'Pause', exact: true });
/** A kind in the palette. */
export const kindInPalette = (page: Page, kind: string): Locator =>
  page.locator(`aside button[data-kind="${kind}"]`);

/** The middle of an element on screen. */
export async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('not on screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags with the mouse in several moves, as a hand does. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + (to.x - from.x) / 3, from.y + (to.y - from.y) / 3, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

/** Drags a kind from the palette onto the canvas. */
export async function dragKind(
  page: Page,
  kind: string,
  to: { x: number; y: number },
): Promise<void> {
  const item = kindInPalette(page, kind);
  await item.scrollIntoViewIfNeeded();
  await drag(page, await middle(item), to);
}

/** Draws a wire by dragging from port to port. */
export async function wire(page: Page, from: Locator, to: Locator): Promise<void> {
  await drag(page, await middle(port(from, 'source')), await middle(port(to, 'target')));
}

/** A file as a file chooser hands it over. */
export const jsonFile = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** Opens a file through the page's own button. */
export async function openFile(page: Page, file: ReturnType<typeof jsonFile>): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await (await chooser).setFiles(file);
}

let opened = 0;

/** Opens a graph as a file; one with mistakes is opened anyway. */
export async function openGraph(
  page: Page,
  graph: Graph,
  training: Partial<Training> = {},
): Promise<GraphDocument> {
  opened += 1;
  const title = `from a test ${opened}`;
  const document = { ...documentOf(graph, training), meta: { title } };
  await openFile(page, jsonFile('graph.json', document));
  const anyway = page.getByRole('button', { name: 'Open anyway' });
  await expect
    .poll(async () => {
      if (await anyway.isVisible()) await anyway.click();
      return page.locator('header input').inputValue();
    })
    .toBe(title);
  return document;
}

/** Opens a lesson by its link, and waits until it computes. */
export async function openLesson(page: Page, id: string): Promise<void> {
  await page.goto(`/?lesson=${id}`);
  await expect(stat(page, 'loss')).not.toHaveText('–');
}

/** How large the canvas is drawn; 1 is real size. */
export async function zoomOf(page: Page): Promise<number> {
  const style = await page.locator('.react-flow__viewport').getAttribute('style');
  return Number(/scale\((.*?)\)/.exec(style ?? '')?.[1]);
}

/** Makes the first Dense and the Sigmoid behind it a block, and collapses it. */
export async function collapse(page: Page): Promise<void> {
  await nodesOf(page, 'dense').first().locator('header').click();
  await nodesOf(page, 'sigmoid')
    .first()
    .locator('header')
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  await expect(page.getByRole('textbox', { name: 'Name of the block' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-frame]')).toBeFocused();
  await page.keyboard.press('Shift+G');
  await expect(page.locator('.react-flow__node-block')).toHaveCount(1);
}

/** Unfolds a picture that is folded away at first. */
export async function unfold(page: Page, id: string): Promise<void> {
  const head = page.locator(`[data-picture="${id}"] h2 button`);
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
  await head.scrollIntoViewIfNeeded();
}
