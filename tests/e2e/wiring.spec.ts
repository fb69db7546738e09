import { expect, type Page, test } from '@playwright/test';
import { sketch } from '../support/graphs.ts';
import { drag, middle, nodes, nodesOf, openGraph, port, visit, wires } from './page.ts';

const kindList = (page: Page) => page.getByTestId('kind-list');
const option = (page: Page, kind: string) =>
  kindList(page).locator(`[role="option"][data-kind="${kind}"]`);
const undo = (page: Page) => page.keyboard.press('ControlOrMeta+z');

/** A network whose last layer is still missing: nothing comes after the first. */
const unfinished = sketch({ points1: ['points'], dense1: ['dense'] }, ['points1>dense1']);

/** Where a wire can be pressed: a little beside its middle. */
async function onWire(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wire) => {
    const path = document.querySelector<SVGPathElement>(
      `.react-flow__edge[data-id="${wire}"] .react-flow__edge-path`,
    );
    const at = path?.getPointAtLength(path.getTotalLength() / 2);
    const matrix = path?.getScreenCTM();
    if (!at || !matrix) throw new Error(`no wire ${wire}`);
    const { x, y } = at.matrixTransform(matrix);
    return { x, y };
  }, id);
}

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
  await expect(page.getByRole('button', { name: 'Undo: remove Sigmoid' })).toBeVisible();
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
