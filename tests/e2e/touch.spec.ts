import { expect, type Page, test } from '@playwright/test';
import {
  kindInPalette,
  middle,
  nodes,
  openLesson,
  port,
  stat,
  train,
  wires,
  zoomOf,
} from './page.ts';
import { between, fingers, freeSpot, misplaced, sheet, swipe } from './touch-page.ts';

async function visitSmall(page: Page): Promise<void> {
  await page.goto('/');
  await expect(nodes(page)).toHaveCount(6);
  await expect(stat(page, 'loss')).toHaveText('0.7584');
}

test.describe('375 × 667, by touch', () => {
  test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true });

  test('a unit is large enough for a finger, and is shown large where it is tapped', async ({
    page,
  }) => {
    await openLesson(page, 'lab-09-2');
    const unit = page.getByRole('button', { name: 'Unit 2 of Dense: show it large' }).first();
    const { x, y } = await middle(unit);
    const reached = await page.evaluate(
      ([left = 0, top = 0]) =>
        [
          [0, 0],
          [-12, 0],
          [12, 0],
          [0, -7],
          [0, 15],
        ].map(([dx = 0, dy = 0]) =>
          document.elementFromPoint(left + dx, top + dy)?.getAttribute('aria-label'),
        ),
      [x, y],
    );
    expect(new Set(reached)).toEqual(new Set(['Unit 2 of Dense: show it large']));
    await expect(sheet(page)).toHaveCount(0);
    await page.touchscreen.tap(x, y);
    await expect(page.getByRole('heading', { name: 'Unit 2 of Dense' })).toBeInViewport();
    // Another one takes its place; the way back is to close the sheet.
    const first = page.getByRole('button', { name: 'Unit 1 of Dense: show it large' }).first();
    const other = await middle(first);
    await page.touchscreen.tap(other.x, other.y);
    await expect(page.getByRole('heading', { name: 'Unit 1 of Dense' })).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
  });

  test('XOR is built from the palette, trained and read', async ({ page }) => {
    test.slow();
    await page.goto('/');
    await page.getByRole('button', { name: 'More tools' }).tap();
    await page.getByRole('button', { name: 'Start', exact: true }).tap();
    await page.getByRole('button', { name: /^New project/ }).tap();
    await expect(nodes(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Show or hide the layers' }).tap();
    await expect(sheet(page)).toBeVisible();
    const chain = ['points', 'dense', 'sigmoid', 'dense', 'sigmoid', 'loss'];
    for (const [i, kind] of chain.entries()) {
      await kindInPalette(page, kind).tap();
      await expect(nodes(page)).toHaveCount(i + 1);
    }
    await expect(wires(page)).toHaveCount(5);
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
    // Both Dense layers came with two units; the second is told to have one.
    await page
      .getByRole('region', { name: 'Training' })
      .getByRole('button', { name: /problem/ })
      .tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Set Dense to 1' }).tap();
    for (let i = 0; i < 3; i++) {
      await page.getByRole('button', { name: 'More training controls' }).tap();
      await page.getByRole('button', { name: /^New seed/ }).tap();
    }
    await train(page).tap();
    await expect(stat(page, 'accuracy')).toHaveText('100 %', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Show or hide the pictures' }).tap();
    await expect(page.getByRole('tab', { name: 'See', exact: true })).toBeVisible();
    await expect(page.getByText('100 % of 4 right')).toBeVisible();
    expect(await misplaced(page)).toEqual([]);
  });

  test('a sheet opens and closes by button, by swipe and by a tap on the canvas', async ({
    page,
  }) => {
    await visitSmall(page);
    await expect(sheet(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Show or hide the layers' }).tap();
    await expect(sheet(page)).toHaveAttribute('data-side', 'left');
    await expect(sheet(page)).toBeFocused();
    await page.getByRole('button', { name: 'Show or hide the pictures' }).tap();
    await expect(sheet(page)).toHaveAttribute('data-side', 'right');
    const handle = await middle(page.getByRole('button', { name: /^Close/ }));
    await swipe(page, handle, { x: handle.x, y: handle.y + 160 });
    await expect(sheet(page)).toHaveCount(0);
    // The browser takes a tap that follows a swipe at once for the end of the swipe.
    await expect(async () => {
      await page.getByRole('button', { name: 'Show or hide the pictures' }).tap();
      await expect(sheet(page)).toBeVisible({ timeout: 2000 });
    }).toPass();
    const { x, y } = await freeSpot(page);
    await page.touchscreen.tap(x, y);
    await expect(sheet(page)).toHaveCount(0);
  });

  test('two fingers zoom the canvas and not the page; one moves it', async ({ page }) => {
    await visitSmall(page);
    const before = await zoomOf(page);
    const hand = await fingers(page);
    const { x, y } = await freeSpot(page);
    await hand.put({ x: x - 10, y }, { x: x + 10, y });
    for (let i = 1; i <= 8; i++)
      await hand.move({ x: x - 10 - 5 * i, y }, { x: x + 10 + 5 * i, y });
    await hand.lift();
    await expect.poll(() => zoomOf(page)).toBeGreaterThan(1.5 * before);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    const style = () => page.locator('.react-flow__viewport').getAttribute('style');
    const placed = await style();
    const spot = await freeSpot(page);
    await swipe(page, spot, { x: spot.x + 60, y: spot.y + 80 });
    await expect.poll(style).not.toBe(placed);
    expect(await page.evaluate(() => scrollX + scrollY)).toBe(0);
  });

  test('a button makes a finger draw a box that selects, and another press lets it move the canvas', async ({
    page,
  }) => {
    await visitSmall(page);
    const box = page.getByRole('button', { name: 'Select with a box' });
    const selected = page.locator('.react-flow__node.selected');
    const place = () => page.locator('.react-flow__viewport').getAttribute('style');
    const before = await place();
    await box.tap();
    await expect(box).toHaveAttribute('aria-pressed', 'true');
    await swipe(page, await freeSpot(page), await middle(nodes(page).last()));
    await expect.poll(() => selected.count()).toBeGreaterThan(1);
    expect(await place()).toBe(before);
    // The browser takes a tap that follows a swipe at once for the end of the swipe.
    await expect(async () => {
      await box.tap();
      await expect(box).toHaveAttribute('aria-pressed', 'false', { timeout: 2000 });
    }).toPass();
    expect(await selected.count()).toBeGreaterThan(1);
    const from = await freeSpot(page);
    await page.touchscreen.tap(from.x, from.y);
    await expect(selected).toHaveCount(0);
    await swipe(page, from, { x: from.x + 40, y: from.y + 60 });
    await expect.poll(place).not.toBe(before);
  });

  test('a finger that rests opens the menu of the node, and of the canvas', async ({ page }) => {
    await visitSmall(page);
    const hand = await fingers(page);
    await hand.put(await middle(nodes(page).nth(1)));
    await expect(page.getByRole('menu')).toBeVisible();
    await hand.lift();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await hand.put(await freeSpot(page));
    await expect(page.getByRole('menu')).toBeVisible();
    await hand.lift();
    await expect(page.getByRole('menu')).toBeVisible();
  });

  test('a layer is carried from the palette by a finger, and a list is scrolled by one', async ({
    page,
  }) => {
    await visitSmall(page);
    await page.getByRole('button', { name: 'Show or hide the layers' }).tap();
    const item = kindInPalette(page, 'dense');
    const from = await middle(item);
    await swipe(page, from, { x: from.x, y: from.y - 150 });
    await expect.poll(async () => (await middle(item)).y).toBeLessThan(from.y - 50);
    // The list glides on after the swipe; a finger put on it meanwhile only stops it, as on every page.
    let last = Number.NaN;
    const moved = async () => {
      const before = last;
      last = (await middle(item)).y;
      return Math.abs(last - before);
    };
    await expect.poll(moved).toBe(0);
    await expect(nodes(page)).toHaveCount(6);
    const hand = await fingers(page);
    const again = await middle(item);
    await hand.put(again);
    await expect(page.locator('aside[data-away]')).toHaveCount(1);
    const to = { x: 200, y: 110 };
    for (let i = 1; i <= 8; i++) await hand.move(between(again, to, i / 8));
    await hand.lift();
    await expect(nodes(page)).toHaveCount(7);
  });

  test('a finger that rests on a layer of the palette and is lifted has pressed it', async ({
    page,
  }) => {
    await visitSmall(page);
    await nodes(page).nth(1).tap();
    await page.getByRole('button', { name: 'Show or hide the layers' }).tap();
    const hand = await fingers(page);
    for (const count of [7, 8]) {
      await hand.put(await middle(kindInPalette(page, 'dense')));
      await expect(page.locator('aside[data-away]')).toHaveCount(1);
      await hand.lift();
      await expect(nodes(page)).toHaveCount(count);
      // After the layer at hand, not where the finger was.
      await expect(wires(page)).toHaveCount(count - 1);
    }
    // No click comes after it, which would add another.
    await kindInPalette(page, 'tanh').tap();
    await expect(nodes(page)).toHaveCount(9);
  });

  test('a wire whose touch the system takes away is gone', async ({ page }) => {
    await visitSmall(page);
    const hand = await fingers(page);
    const from = await middle(port(nodes(page).nth(3), 'source'));
    await hand.put(from);
    for (let i = 1; i <= 6; i++) await hand.move({ x: from.x + 3 * i, y: from.y + 12 * i });
    await expect(page.locator('.react-flow__connection')).toHaveCount(1);
    await hand.lose();
    await expect(page.locator('.react-flow__connection')).toHaveCount(0);
    await expect(wires(page)).toHaveCount(5);
    await expect(page.getByTestId('kind-list')).toHaveCount(0);
  });

  const wireNamed = (page: Page, from: string, to: string) =>
    page.locator(`.react-flow__edge[aria-label="Wire from ${from} to ${to}"]`);
  const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });

  test('the end of a wire is taken by a finger and plugged in elsewhere; a node that refuses says why', async ({
    page,
  }) => {
    await visitSmall(page);
    const [points, dense, , second, last, loss] = await nodes(page).all();
    if (!points || !dense || !second || !last || !loss) throw new Error('another lesson');
    // A tap selects the wire; grips as wide as a finger lie over its ports then.
    const [from, to] = [await middle(port(last, 'source')), await middle(port(loss, 'target'))];
    const half = between(from, to, 0.5);
    await page.touchscreen.tap(half.x, half.y);
    const grip = (end: string) => page.locator(`[data-wire-end=${end}]`);
    const box = await grip('source').boundingBox();
    expect(Math.round(Math.min(box?.width ?? 0, box?.height ?? 0))).toBe(44);
    await swipe(page, await middle(grip('source')), await middle(port(second, 'source')));
    await expect(wireNamed(page, 'Dense', 'Loss')).toHaveCount(1);
    await expect(wires(page)).toHaveCount(5);
    await expect(undo(page)).toHaveAccessibleName('Undo: plug a wire into Loss');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(wireNamed(page, 'Sigmoid', 'Loss')).toHaveCount(1);

    // A tap on a grip, and one on where the end goes.
    const at = await middle(grip('source'));
    await page.touchscreen.tap(at.x, at.y);
    const other = await middle(second);
    await page.touchscreen.tap(other.x, other.y);
    await expect(wireNamed(page, 'Dense', 'Loss')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(wireNamed(page, 'Sigmoid', 'Loss')).toHaveCount(1);

    // Over the body of a node that takes no wire, as over its port.
    const first = between(
      await middle(port(dense, 'source')),
      await middle(port(nodes(page).nth(2), 'target')),
      0.5,
    );
    await page.touchscreen.tap(first.x, first.y);
    const hand = await fingers(page);
    const start = await middle(grip('target'));
    const body = await middle(points);
    await hand.put(start);
    for (let i = 1; i <= 8; i++) await hand.move(between(start, body, i / 8));
    await expect(page.getByTestId('refusal')).toHaveText(
      'Points is where samples enter; it takes no input.',
    );
    await hand.lift();
    await expect(page.getByTestId('refusal')).toHaveCount(0);
    await expect(wires(page)).toHaveCount(5);
    await expect(wireNamed(page, 'Dense', 'Sigmoid')).toHaveCount(2);
  });

  test('near its end a wire is dragged at once; let go of in empty space it is cut', async ({
    page,
  }) => {
    await visitSmall(page);
    /** The spot of the wire nearest to its end that its port leaves free, as things stand. */
    const near = async (): Promise<{ x: number; y: number }> => {
      const into = await middle(port(nodes(page).nth(3), 'target'));
      return page.evaluate(({ x, y }) => {
        for (let aside = 8; aside < 44; aside++) {
          const below = document.elementFromPoint(x - aside, y);
          if (below?.closest('.react-flow__edge')) return { x: x - aside, y };
        }
        throw new Error('the port covers its wire');
      }, into);
    };
    await swipe(page, await near(), await middle(nodes(page).nth(4)));
    await expect(wireNamed(page, 'Sigmoid', 'Sigmoid')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(wireNamed(page, 'Sigmoid', 'Dense')).toHaveCount(1);
    const free = await freeSpot(page);
    await swipe(page, await near(), free);
    await expect(wires(page)).toHaveCount(4);
    await expect(undo(page)).toHaveAccessibleName('Undo: cut a wire');
  });

  test('a wire is drawn by a tap on a port and a tap on another', async ({ page }) => {
    await visitSmall(page);
    const [from, to] = [nodes(page).nth(0), nodes(page).nth(1)];
    const ends = [await middle(port(from, 'source')), await middle(port(to, 'target'))] as const;
    const half = between(...ends, 0.5);
    await page.touchscreen.tap(half.x, half.y);
    await page.keyboard.press('Delete');
    await expect(wires(page)).toHaveCount(4);
    const start = await middle(port(from, 'source'));
    await page.touchscreen.tap(start.x, start.y);
    const end = await middle(port(to, 'target'));
    await page.touchscreen.tap(end.x, end.y);
    await expect(wires(page)).toHaveCount(5);
  });
});
