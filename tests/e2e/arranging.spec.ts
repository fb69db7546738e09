import { expect, type Page, test } from '@playwright/test';
import { node, places, residual } from './arranging-page.ts';
import { middle, openGraph, port, undo, visit } from './page.ts';

test('tidies to the right and downward, each as one step, and ports turn with the drawing', async ({
  page,
}) => {
  await visit(page);
  await openGraph(page, residual);
  const before = await places(page);
  await page.getByRole('button', { name: 'Tidy', exact: true }).click();
  await expect.poll(() => places(page)).not.toEqual(before);
  const right = await places(page);
  await expect(port(node(page, 'a'), 'source')).toHaveClass(/react-flow__handle-right/);

  await page.getByRole('button', { name: 'Lay out top to bottom' }).click();
  await expect(port(node(page, 'a'), 'source')).toHaveClass(/react-flow__handle-bottom/);
  await expect.poll(() => places(page)).not.toEqual(right);
  await expect
    .poll(async () => (await middle(node(page, 'j'))).y - (await middle(node(page, 'c'))).y)
    .toBeGreaterThan(0);
  const down = await places(page);
  // The direction is remembered: tidying again changes nothing, and there is no step of nothing.
  await page.keyboard.press('t');
  await expect(undo(page)).toHaveAccessibleName('Undo: tidy');
  await undo(page).click();
  await expect.poll(() => places(page)).toEqual(right);
  await expect(port(node(page, 'a'), 'source')).toHaveClass(/react-flow__handle-right/);
  await undo(page).click();
  await expect.poll(() => places(page)).toEqual(before);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect.poll(() => places(page)).toEqual(down);
});

test('a skip connection runs beside the layers it passes, not behind them', async ({ page }) => {
  await visit(page);
  await openGraph(page, residual);
  for (const way of ['Lay out top to bottom', 'Lay out left to right']) {
    await page.getByRole('button', { name: way }).click();
    await expect.poll(() => behind(page, 'w5', ['b', 'c'])).toBe(false);
  }
});

/** Whether a wire runs over the box of a node. */
const behind = (page: Page, wire: string, ids: readonly string[]): Promise<boolean> =>
  page.evaluate(
    ([id, boxes]) => {
      const path = document.querySelector<SVGPathElement>(
        `.react-flow__edge[data-id="${id}"] .react-flow__edge-path`,
      );
      const matrix = path?.getScreenCTM();
      if (!path || !matrix) return true;
      const length = path.getTotalLength();
      return Array.from({ length: 200 }, (_, i) =>
        path.getPointAtLength((length * i) / 199).matrixTransform(matrix),
      ).some(({ x, y }) =>
        boxes.some((each) => {
          const box = document
            .querySelector(`.react-flow__node[data-id="${each}"]`)
            ?.getBoundingClientRect();
          return box && x > box.left && x < box.right && y > box.top && y < box.bottom;
        }),
      );
    },
    [wire, ids] as const,
  );

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('nodes glide to their places', async ({ page }) => {
    await visit(page);
    await openGraph(page, residual);
    const seen = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const places = new Set<string>();
          const target = document.querySelector<HTMLElement>('.react-flow__node[data-id="l"]');
          const look = (): void => {
            places.add(target?.style.transform ?? '');
            if (places.size > 3) resolve(places.size);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await page.keyboard.press('t');
    expect(await seen).toBeGreaterThan(3);
  });
});

test('brings selected layers into line and spaces them out', async ({ page }) => {
  await visit(page);
  await openGraph(page, residual);
  await page.getByRole('button', { name: 'Tidy', exact: true }).click();
  await expect(undo(page)).toHaveAccessibleName('Undo: tidy');
  await node(page, 'a').click();
  await node(page, 'b').click({ modifiers: ['Shift'] });
  await node(page, 'j').click({ modifiers: ['Shift'] });
  const tools = page.getByRole('toolbar', { name: 'Selected layers' });
  await tools.getByRole('button', { name: /^Align left/ }).click();
  const left = async (id: string) => Math.round((await node(page, id).boundingBox())?.x ?? 0);
  await expect.poll(() => left('b')).toBe(await left('a'));
  expect(await left('j')).toBe(await left('a'));
  await expect(undo(page)).toHaveAccessibleName('Undo: align 3 layers');
  await undo(page).click();
  await expect.poll(() => left('b')).not.toBe(await left('a'));
  await page.keyboard.press('Alt+Shift+H');
  await expect(undo(page)).toHaveAccessibleName('Undo: space out 3 layers');
  await page.keyboard.press('Alt+d');
  await expect(undo(page)).toHaveAccessibleName('Undo: align 3 layers');
});

/** The heights on screen of a node's upper edge, middle and lower edge. */
async function levels(page: Page, id: string): Promise<number[]> {
  const box = await node(page, id).boundingBox();
  if (!box) throw new Error('not on screen');
  return [box.y, box.y + box.height / 2, box.y + box.height];
}

/** How far a node is from standing level with the nearest of others, in pixels. */
async function unevenness(page: Page, id: string, others: readonly string[]): Promise<number> {
  const here = await levels(page, id);
  const there = await Promise.all(others.map((other) => levels(page, other)));
  return Math.min(...there.flatMap((each) => each.map((y, i) => Math.abs(y - (here[i] ?? y)))));
}

test('what is dragged stands level with its neighbour, and lines say so', async ({ page }) => {
  await visit(page);
  await openGraph(page, residual);
  const others = ['s', 'a', 'b', 'c', 'j', 'd', 'p'];
  const guides = page.locator('[data-guide=y]');
  const height = async () => (await levels(page, 'l'))[0] ?? 0;
  const carry = async (by: number): Promise<void> => {
    await node(page, 'l').hover();
    const from = await middle(node(page, 'l'));
    await page.mouse.down();
    // A drag begins with its first pixels, and counts from there.
    await page.mouse.move(from.x, from.y + 2);
    await page.mouse.move(from.x, from.y + 60, { steps: 4 });
    await page.mouse.move(from.x, from.y + 2 + by, { steps: 4 });
  };
  await carry(3);
  await expect(guides.first()).toBeAttached();
  await page.mouse.up();
  await expect(guides).toHaveCount(0);
  expect(await unevenness(page, 'l', others)).toBeLessThan(0.3);

  // Ctrl leaves it where the hand lets go, however near that is.
  const level = await height();
  await page.keyboard.down('Control');
  await carry(2);
  await page.mouse.up();
  await page.keyboard.up('Control');
  expect(Math.abs((await height()) - level - 2)).toBeLessThan(0.3);
});
