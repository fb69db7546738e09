import { expect, type Page, test } from '@playwright/test';
import { answer, command, focused, outline, tabTo } from './keyboard-page.ts';
import { drag, middle, nodes, nodesOf, stat, visit, wires } from './page.ts';

/** Adds a layer after the node at hand, with A, and waits until it has the focus. */
async function addAfter(page: Page, name: string, kind: string): Promise<void> {
  const before = await nodesOf(page, kind).count();
  await page.keyboard.press('a');
  await answer(page, name);
  await expect(nodesOf(page, kind)).toHaveCount(before + 1);
  await expect.poll(() => focused(page)).toBe(kind);
}

/** An empty canvas, without a mouse. */
async function startEmptyByKey(page: Page): Promise<void> {
  await visit(page);
  await command(page, 'New project');
  await expect(nodes(page)).toHaveCount(0);
}

/** Types into the first setting of the node at hand, and goes back to the node. */
async function setFirst(page: Page, value: string): Promise<void> {
  const kind = await focused(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('aside input:focus')).toBeVisible();
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(kind);
}

test('XOR is built, trained and read by keyboard alone', async ({ page }) => {
  await startEmptyByKey(page);
  await addAfter(page, 'xor', 'points');
  await addAfter(page, 'fc', 'dense');
  await addAfter(page, '시그모이드', 'sigmoid');
  await addAfter(page, 'fc', 'dense');
  await addAfter(page, 'sigmoid', 'sigmoid');
  await addAfter(page, 'cost', 'loss');
  await expect(wires(page)).toHaveCount(5);

  // Back along the wires to the second Dense; what is wrong beside a node is on the way.
  await tabTo(
    page,
    page.locator('.react-flow__node', { has: page.locator('[data-kind=dense]') }).last(),
    'Shift+Tab',
  );
  await setFirst(page, '1');
  await expect(page.getByRole('status').filter({ hasText: 'Ready' })).toBeAttached();

  await tabTo(page, page.getByRole('textbox', { name: 'seed' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await command(page, 'train');
  await expect(stat(page, 'accuracy')).toHaveText('100 %', { timeout: 60_000 });
  await command(page, 'pause');
  await expect(
    page.getByRole('status').filter({ hasText: /^Paused at step [\d,]+, loss \d/ }),
  ).toBeAttached();

  await command(page, 'as a list');
  await expect(outline(page)).toMatchAriaSnapshot(`
    - main "The network as a list":
      - heading "The network as a list" [level=2]
      - paragraph: 6 nodes, 5 wires. Ready to train.
      - list:
        - listitem:
          - button /Points.* Gives 2\\. To Dense \\(1\\)\\./
        - listitem:
          - button /Dense \\(1\\), 2 units Gives 2\\. From Points\\. To Sigmoid \\(1\\)\\./
        - listitem:
          - button /Sigmoid.* Gives 2\\. From Dense \\(1\\)\\. To Dense \\(2\\)\\./
        - listitem:
          - button /Dense \\(2\\), 1 unit Gives 1\\. From Sigmoid \\(1\\)\\. To Sigmoid \\(2\\)\\./
        - listitem:
          - button /Sigmoid.* Gives 1\\. From Dense \\(2\\)\\. To Loss\\./
        - listitem:
          - button /Loss.* From Sigmoid \\(2\\)\\./
  `);
});

test('a residual CNN is built and trained by keyboard alone, and says its branches', async ({
  page,
}) => {
  await startEmptyByKey(page);
  await addAfter(page, 'images', 'images');
  await addAfter(page, 'conv2d', 'conv2d');
  await addAfter(page, 'conv2d', 'conv2d');
  await addAfter(page, 'add', 'add');
  // The skip connection: from the first convolution, by C, past the second.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => focused(page)).toBe('conv2d');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('c');
  await answer(page, 'add');
  await expect(wires(page)).toHaveCount(4);
  // On along the wires to the join, and to its end.
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => focused(page)).toBe('add');
  await addAfter(page, 'flatten', 'flatten');
  await addAfter(page, 'fc', 'dense');
  await setFirst(page, '3');
  await addAfter(page, 'softmax', 'softmax');
  await addAfter(page, 'cost', 'loss');
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, page.getByRole('button', { name: /^Use / }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Ready' })).toBeAttached();
  for (let i = 0; i < 3; i++) await command(page, 'one step');
  await expect(stat(page, 'step')).toHaveText('3');
  await command(page, 'as a list');
  await expect(outline(page)).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - button /Images.* Gives 12×12×1\\. To Conv2D \\(1\\)\\./
      - listitem:
        - button /Conv2D.* Gives 12×12×8\\. From Images\\. To Conv2D \\(2\\), Add\\./
      - listitem:
        - button /Conv2D.* Gives 12×12×8\\. From Conv2D \\(1\\)\\. To Add\\./
      - listitem:
        - button /Add.* Gives 12×12×8\\. From Conv2D \\(2\\), Conv2D \\(1\\)\\. To Flatten\\./
      - listitem:
        - button /Flatten.* Gives 1152\\./
      - listitem:
        - button /Dense, 3 units Gives 3\\./
      - listitem:
        - button /Softmax.* Gives 3\\./
      - listitem:
        - button /Loss/
  `);
});

test('Tab walks along the wires and on out of the canvas; Shift+Tab comes back to the end', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'points').locator('header').click();
  await expect.poll(() => focused(page)).toBe('points');
  for (const kind of ['dense', 'sigmoid', 'dense', 'sigmoid', 'loss']) {
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe(kind);
  }
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe(undefined);
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => focused(page)).toBe('loss');
});

test('the arrow keys pick a first node and move it, as one step; Escape lets go', async ({
  page,
}) => {
  await visit(page);
  const undo = page.getByRole('button', { name: /^Undo/ });
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toBe('points');
  await expect(undo).toBeDisabled();
  const place = () =>
    nodes(page)
      .first()
      .evaluate((node) => node.style.transform);
  const before = await place();
  for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await expect.poll(place).not.toBe(before);
  await expect(undo).toHaveAccessibleName('Undo: move Points');
  await expect(page.getByTestId('said')).toHaveText('move Points');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(place).toBe(before);
  await expect(undo).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);
});

test('single letters leave the network alone in a panel, and can be turned off', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'dense').first().locator('header').click();
  await page.locator('[data-tab="layer"]').click();
  await page.keyboard.press('d');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(nodes(page)).toHaveCount(6);
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Keys of a single letter or sign' }).click();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(nodes(page)).toHaveCount(6);
  await nodesOf(page, 'dense').first().locator('header').click();
  await page.keyboard.press('d');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // What the browser has a use for is not kept for the page until its keys are loaded.
  await expect
    .poll(async () => {
      await page.keyboard.press('ControlOrMeta+d');
      return nodes(page).count();
    })
    .toBeGreaterThan(6);
});

test('a key that is pressed before the page listens is not lost', async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/action-keys/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  await expect(nodes(page)).toHaveCount(6);
  await nodesOf(page, 'dense').first().locator('header').click();
  await page.keyboard.press('d');
  release();
  await expect(nodes(page)).toHaveCount(7);
});

test('what opens by key at a node off the screen brings that into view, and opens at it', async ({
  page,
}) => {
  await visit(page);
  const dense = nodesOf(page, 'dense').first();
  await dense.locator('header').click();
  const pane = await middle(page.getByTestId('canvas'));
  const list = page.getByTestId('kind-list');
  const menu = page.getByRole('menu');
  for (const [key, opened] of [
    ['e', list],
    ['Shift+F10', menu],
  ] as const) {
    for (const side of [-1, 1]) {
      for (let i = 0; i < 4; i++) {
        const y = pane.y - 200;
        await drag(page, { x: pane.x - side * 200, y }, { x: pane.x + side * 200, y });
      }
      await expect(dense).not.toBeInViewport();
      await page.keyboard.press(key);
      await expect(opened).toBeInViewport({ ratio: 0.9 });
      await expect(dense).toBeInViewport({ ratio: 1 });
      const [node, beside] = [await dense.boundingBox(), await opened.boundingBox()];
      if (!node || !beside) throw new Error('nothing on screen');
      expect(beside.x).toBeGreaterThanOrEqual(node.x - 8);
      expect(beside.x).toBeLessThanOrEqual(node.x + node.width);
      await page.keyboard.press('Escape');
      await expect(opened).toHaveCount(0);
    }
  }
});

test('the list of commands opens from a comment that is typed, and walks on from a node', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'dense').first().locator('header').click();
  await command(page, 'next node');
  await expect.poll(() => focused(page)).toBe('sigmoid');
  await command(page, 'previous node');
  await expect.poll(() => focused(page)).toBe('dense');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Text of the comment' })).toBeFocused();
  await page.keyboard.type('first');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('Delete in a panel leaves the network alone', async ({ page }) => {
  await visit(page);
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.locator('[data-tab="train"]').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await expect(nodes(page)).toHaveCount(6);
});
