import { expect, type Page, test } from '@playwright/test';
import { documentOf } from '../support/documents.ts';
import { sketch } from '../support/graphs.ts';
import {
  drag,
  dragKind,
  jsonFile,
  kindInPalette,
  middle,
  nodes,
  nodesOf,
  openFile,
  openGraph,
  port,
  visit,
  wires,
} from './page.ts';
import {
  ghostWire,
  kindList,
  onWire,
  option,
  said,
  undo,
  unfinished,
  wireTo,
} from './wiring-page.ts';

test('a wire that is let go of in empty space asks for a layer and wires it', async ({ page }) => {
  await visit(page);
  await openGraph(page, unfinished);
  const from = await middle(port(nodesOf(page, 'dense'), 'source'));
  const empty = { x: from.x - 120, y: from.y + 170 };
  await drag(page, from, empty);
  await expect(kindList(page)).toBeVisible();
  await expect(kindList(page).getByRole('group', { name: 'Fits here' })).toContainText('ReLU');
  await expect(option(page, 'points')).toContainText('takes no input');
  await expect(option(page, 'points')).toHaveAttribute('aria-disabled', 'true');
  await expect(option(page, 'conv2d')).toContainText('Conv2D');

  await page.keyboard.press('Escape');
  await expect(kindList(page)).toHaveCount(0);
  await expect(nodes(page)).toHaveCount(2);

  await drag(page, from, empty);
  await page.keyboard.type('sigm');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('add Sigmoid');
  await expect(nodes(page)).toHaveCount(3);
  await expect(wires(page)).toHaveCount(2);
  const box = await nodesOf(page, 'sigmoid').boundingBox();
  expect(Math.abs((box?.x ?? 0) - empty.x)).toBeLessThan(60);
  await undo(page);
  await expect(nodes(page)).toHaveCount(2);
  await expect(wires(page)).toHaveCount(1);
});

test('a wire drawn backwards from an input asks for what comes before', async ({ page }) => {
  await visit(page);
  await openGraph(page, sketch({ dense1: ['dense'], loss1: ['loss'] }, ['dense1>loss1']));
  const from = await middle(port(nodesOf(page, 'dense'), 'target'));
  await drag(page, from, { x: from.x - 60, y: from.y + 160 });
  await option(page, 'points').click();
  await expect(nodes(page)).toHaveCount(3);
  await expect(wires(page)).toHaveCount(2);
  await undo(page);
  await expect(nodes(page)).toHaveCount(2);
});

/** Two branches that can be rewired: ReLU and Tanh beside each other. */
const branches = sketch(
  {
    points1: ['points'],
    dense1: ['dense'],
    relu1: ['relu'],
    tanh1: ['tanh'],
  },
  ['points1>dense1', 'dense1>relu1'],
);

test('wires are drawn click by click; the wire follows, and Escape leaves it', async ({ page }) => {
  await visit(page);
  await openGraph(page, branches);
  const relu = nodesOf(page, 'relu');
  await port(relu, 'source').click();
  const tanh = await middle(nodesOf(page, 'tanh'));
  await page.mouse.move(tanh.x, tanh.y + 120);
  await expect(ghostWire(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(ghostWire(page)).toHaveCount(0);

  await port(relu, 'source').click();
  await nodesOf(page, 'points').hover();
  await expect(page.getByTestId('refusal')).toContainText('takes no input');
  await page.mouse.click(tanh.x, tanh.y);
  await expect(wires(page)).toHaveCount(3);
  await expect(ghostWire(page)).toHaveCount(0);
  await undo(page);
  await expect(wires(page)).toHaveCount(2);

  // In empty space it asks what comes there, as a wire that is let go of does.
  await port(relu, 'source').click();
  await page.mouse.click(tanh.x - 100, tanh.y + 200);
  await expect(kindList(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(nodes(page)).toHaveCount(4);
});

test('a click that ends a wire presses nothing in the node, and one looks around meanwhile', async ({
  page,
}) => {
  await visit(page);
  await openGraph(page, branches);
  await port(nodesOf(page, 'relu'), 'source').click();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await nodesOf(page, 'points').hover();
  await expect(page.getByTestId('refusal')).toContainText('takes no input');
  await page.keyboard.press('Escape');

  const blocks = { b: { name: 'Block', nodes: ['points1', 'dense1'], collapsed: true } };
  await openFile(page, jsonFile('block.json', { ...documentOf(branches), blocks }));
  const card = page.locator('.react-flow__node-block');
  await expect(card).toHaveCount(1);
  await port(nodesOf(page, 'relu'), 'source').click();
  await card.getByRole('button', { name: /^Expand/ }).click();
  await expect(page.getByTestId('refusal')).toBeVisible();
  await expect(card).toHaveCount(1);
});

/** Where a wire's end can be taken hold of: beside the port. */
const endOf = async (page: Page, kind: string, side: 'source' | 'target') => {
  const { x, y } = await middle(port(nodesOf(page, kind), side));
  return { x: side === 'source' ? x + 22 : x - 22, y };
};

test('the end of a wire is plugged in elsewhere, cut in empty space, and kept by Escape', async ({
  page,
}) => {
  await visit(page);
  await openGraph(page, branches);
  await drag(
    page,
    await endOf(page, 'relu', 'target'),
    await middle(port(nodesOf(page, 'tanh'), 'target')),
  );
  await expect(wireTo(page, 'Dense', 'Tanh')).toHaveCount(1);
  await expect(wires(page)).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Undo: plug a wire into Tanh' })).toBeVisible();
  await undo(page);
  await expect(wireTo(page, 'Dense', 'ReLU')).toHaveCount(1);

  const end = await endOf(page, 'relu', 'target');
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(end.x - 20, end.y + 160, { steps: 6 });
  await expect(page.getByText('Let go to cut the wire')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(wires(page)).toHaveCount(2);

  await drag(page, end, { x: end.x - 20, y: end.y + 160 });
  await expect(wires(page)).toHaveCount(1);
  await expect(kindList(page)).toHaveCount(0);
  await undo(page);
  await expect(wireTo(page, 'Dense', 'ReLU')).toHaveCount(1);
});

test('what was dragged by the mouse still answers to keys', async ({ page }) => {
  await visit(page);
  await dragKind(page, 'tanh', await middle(page.locator('.react-flow__pane')));
  await expect(nodes(page)).toHaveCount(7);
  await kindInPalette(page, 'tanh').focus();
  await page.keyboard.press('Enter');
  await expect(nodes(page)).toHaveCount(8);
  // A drag that is given up adds nothing, where it ends too.
  const item = await middle(kindInPalette(page, 'tanh'));
  await page.mouse.move(item.x, item.y);
  await page.mouse.down();
  await page.mouse.move(item.x + 30, item.y, { steps: 4 });
  await page.mouse.move(item.x, item.y, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('[data-kind="tanh"][aria-label]:focus')).toHaveCount(1);
  await expect(nodes(page)).toHaveCount(8);
  await kindInPalette(page, 'tanh').click();
  await expect(nodes(page)).toHaveCount(9);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('ports are wide enough, and two taps draw a wire', async ({ page }) => {
    await visit(page);
    await openGraph(page, branches);
    const tap = async (at: { x: number; y: number }) => page.touchscreen.tap(at.x, at.y);
    const out = await middle(port(nodesOf(page, 'relu'), 'source'));
    await tap({ x: out.x + 10, y: out.y + 5 });
    await tap(await middle(nodesOf(page, 'tanh')));
    await expect(wires(page)).toHaveCount(3);
    await undo(page);
    await expect(wires(page)).toHaveCount(2);
  });
});

test('what is wrong with a wire is read whole where the wire comes near an edge of the canvas', async ({
  page,
}) => {
  await visit(page);
  const circle = ['points1>dense1', 'dense1>relu1', 'relu1>dense1'];
  await openGraph(
    page,
    sketch({ points1: ['points'], dense1: ['dense'], relu1: ['relu'] }, circle),
  );
  const note = page.locator('[data-problem=cycle]');
  await expect(note).toBeVisible();
  const canvas = await page.getByTestId('canvas').boundingBox();
  if (!canvas) throw new Error('no canvas');
  const { x: left, y: top, width, height } = canvas;
  for (const to of [
    { x: left + 30, y: top + height / 2 },
    { x: left + width - 30, y: top + height / 2 },
    { x: left + width / 2, y: top + height - 20 },
  ]) {
    // The canvas is moved by a spot where nothing is.
    const from = await onWire(page, 'w3');
    const start = { x: left + width / 2, y: top + height / 2 + 150 };
    await drag(page, start, { x: start.x + to.x - from.x, y: start.y + to.y - from.y });
    const at = await onWire(page, 'w3');
    expect(Math.hypot(at.x - to.x, at.y - to.y)).toBeLessThan(20);
    await expect
      .poll(async () => {
        const box = await note.boundingBox();
        const isWhole =
          box !== null &&
          box.x >= left &&
          box.y >= top &&
          box.x + box.width <= left + width &&
          box.y + box.height <= top + height;
        return isWhole && Math.abs(box.x + box.width / 2 - at.x) <= box.width / 2 + 1;
      })
      .toBe(true);
  }
});
