import { expect, test } from '@playwright/test';
import { sketch } from '../support/graphs.ts';
import {
  drag,
  dragKind,
  kindInPalette,
  middle,
  nodes,
  nodesOf,
  openGraph,
  port,
  tab,
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

test('a double click on a wire inserts a layer there; a click elsewhere leaves nothing', async ({
  page,
}) => {
  await visit(page);
  const first = await page.locator('.react-flow__edge').first().getAttribute('data-id');
  const at = await onWire(page, first ?? '');
  await page.mouse.dblclick(at.x, at.y);
  await expect(kindList(page)).toBeVisible();
  await page.mouse.click(at.x + 30, at.y - 130);
  await expect(kindList(page)).toHaveCount(0);
  await expect(nodes(page)).toHaveCount(6);

  await page.mouse.dblclick(at.x, at.y);
  await page.keyboard.type('tanh');
  await page.keyboard.press('Enter');
  await expect(nodes(page)).toHaveCount(7);
  await expect(wires(page)).toHaveCount(6);
  await undo(page);
  await expect(nodes(page)).toHaveCount(6);
  await expect(wires(page)).toHaveCount(5);
});

test('deleting layers joins what they stood between, and Shift leaves the ends open', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'sigmoid').nth(0).click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  await expect(wires(page)).toHaveCount(4);
  await expect(page.locator('[data-problem="open-input"]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo: delete Sigmoid' })).toBeVisible();
  await undo(page);
  await expect(nodes(page)).toHaveCount(6);
  await expect(wires(page)).toHaveCount(5);

  await nodesOf(page, 'sigmoid').nth(0).click();
  await page.keyboard.press('Shift+Delete');
  await expect(nodes(page)).toHaveCount(5);
  await expect(wires(page)).toHaveCount(3);
  await undo(page);
  await expect(wires(page)).toHaveCount(5);
});

test('a wire that is pointed at offers a plus', async ({ page }) => {
  await visit(page);
  const first = await page.locator('.react-flow__edge').first().getAttribute('data-id');
  const at = await onWire(page, first ?? '');
  await page.mouse.move(at.x, at.y - 60);
  await page.mouse.move(at.x, at.y, { steps: 4 });
  const plus = page.getByRole('button', { name: 'Insert a layer here' });
  await plus.click();
  await option(page, 'relu').click();
  await expect(nodes(page)).toHaveCount(7);
  await undo(page);
  await expect(nodes(page)).toHaveCount(6);
});

test('a layer is swapped for another kind and keeps its wires and what both know', async ({
  page,
}) => {
  await visit(page);
  await openGraph(
    page,
    sketch({ p: ['points'], d: ['dense', { units: 7 }], r: ['relu'], t: ['tanh'] }, [
      'p>d',
      'd>r',
      'r>t',
    ]),
  );
  await nodesOf(page, 'relu').click();
  await page.keyboard.press('e');
  await expect(kindList(page)).toBeVisible();
  await page.keyboard.type('sigm');
  await expect(option(page, 'sigmoid')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(nodesOf(page, 'sigmoid')).toHaveCount(1);
  await expect(wireTo(page, 'Dense', 'Sigmoid')).toHaveCount(1);
  await expect(wireTo(page, 'Sigmoid', 'Tanh')).toHaveCount(1);
  await expect(said(page)).toHaveText('swap ReLU for Sigmoid');
  await undo(page);
  await expect(nodesOf(page, 'relu')).toHaveCount(1);

  await nodesOf(page, 'dense').click();
  await tab(page, 'Layer').click();
  await page.getByRole('button', { name: 'Swap for another kind' }).click();
  await page.keyboard.type('loss');
  await expect(option(page, 'loss')).toHaveAttribute('aria-disabled', 'true');
  await expect(option(page, 'loss')).toContainText('nothing comes after it');
  await page.keyboard.press('Escape');
  await expect(nodesOf(page, 'dense')).toContainText('7 units');
});

test('a layer that is dropped near an open port is wired to it, and with Alt is not', async ({
  page,
}) => {
  await visit(page);
  await openGraph(page, sketch({ points1: ['points'], dense1: ['dense'] }, ['points1>dense1']));
  const out = await middle(port(nodesOf(page, 'dense'), 'source'));
  const drop = { x: out.x + 60, y: out.y + 90 };
  const item = kindInPalette(page, 'relu');
  await item.scrollIntoViewIfNeeded();
  const from = await middle(item);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(drop.x, drop.y, { steps: 8 });
  await expect(ghostWire(page)).toHaveCount(1);
  await page.mouse.up();
  await expect(wires(page)).toHaveCount(2);
  await expect(page.getByTestId('ghost')).toHaveCount(0);
  await undo(page);
  await expect(nodes(page)).toHaveCount(2);
  await expect(wires(page)).toHaveCount(1);

  await page.keyboard.down('Alt');
  await dragKind(page, 'relu', drop);
  await page.keyboard.up('Alt');
  await expect(nodes(page)).toHaveCount(3);
  await expect(wires(page)).toHaveCount(1);
});

test('a layer that is dropped on another one stands beside it, and one on a wire shows its place', async ({
  page,
}) => {
  await visit(page);
  const target = await middle(nodesOf(page, 'dense').first());
  await dragKind(page, 'relu', target);
  await expect(nodes(page)).toHaveCount(7);
  const boxes = await nodes(page).evaluateAll((all) =>
    all.map((node) => node.getBoundingClientRect().toJSON() as DOMRect),
  );
  const overlapping = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  expect(overlapping).toEqual([]);
  await undo(page);

  const first = await page.locator('.react-flow__edge').first().getAttribute('data-id');
  const at = await onWire(page, first ?? '');
  await kindInPalette(page, 'tanh').scrollIntoViewIfNeeded();
  const from = await middle(kindInPalette(page, 'tanh'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y, { steps: 8 });
  await expect(ghostWire(page)).toHaveCount(2);
  await page.mouse.up();
  await expect(nodes(page)).toHaveCount(7);
  await expect(wires(page)).toHaveCount(6);
  await undo(page);
  await expect(nodes(page)).toHaveCount(6);
});

test('the plus of a wire follows it when a drag is taken back', async ({ page }) => {
  await visit(page);
  await openGraph(page, unfinished);
  const dense = nodesOf(page, 'dense').locator('header');
  const from = await middle(dense);
  await drag(page, from, { x: from.x + 60, y: from.y + 140 });
  const [wire] = await wires(page).evaluateAll((all) =>
    all.map((each) => each.getAttribute('data-id') ?? ''),
  );
  const moved = await onWire(page, wire ?? '');
  await page.mouse.click(moved.x, moved.y);
  const plus = page.getByRole('button', { name: 'Insert a layer here' });
  const gap = async () => {
    const [at, on] = [await middle(plus), await onWire(page, wire ?? '')];
    return Math.round(Math.hypot(at.x - on.x, at.y - on.y));
  };
  await expect(plus).toBeVisible();
  const before = await gap();
  await undo(page);
  await expect.poll(async () => Math.abs((await middle(dense)).y - from.y)).toBeLessThan(2);
  await expect.poll(gap).toBe(before);
});

test('a copy that is dragged over a wire neither offers nor leaves a place on it', async ({
  page,
}) => {
  await visit(page);
  await openGraph(
    page,
    sketch({ points1: ['points'], dense1: ['dense'], relu1: ['relu'] }, ['points1>dense1']),
  );
  const wire = await wires(page).first().getAttribute('data-id');
  const on = await onWire(page, wire ?? '');
  const from = await middle(nodesOf(page, 'relu').locator('header'));
  await page.mouse.move(from.x, from.y);
  await page.keyboard.down('Alt');
  await page.mouse.down();
  await page.mouse.move(on.x + 20, on.y + 30, { steps: 6 });
  await page.mouse.move(on.x, on.y, { steps: 4 });
  await expect(page.locator('.react-flow__edge.dropping')).toHaveCount(0);
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(nodesOf(page, 'relu')).toHaveCount(2);
  await expect(wires(page)).toHaveCount(1);
  await expect(page.locator('.react-flow__edge.dropping')).toHaveCount(0);
});
