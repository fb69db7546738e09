import { expect, type Locator, type Page, test } from '@playwright/test';
import { nodes, nodesOf, stat, visit, wires } from './page.ts';

/** Asks the list of commands for something and takes the first answer. */
async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await answer(page, text);
}

/** Types into the list that is open and takes the first answer. */
async function answer(page: Page, text: string): Promise<void> {
  const list = page.getByRole('dialog');
  await expect(list.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
}

/** Adds a layer after the node at hand, with A, and waits until it has the focus. */
async function addAfter(page: Page, name: string, kind: string): Promise<void> {
  const before = await nodesOf(page, kind).count();
  await page.keyboard.press('a');
  await answer(page, name);
  await expect(nodesOf(page, kind)).toHaveCount(before + 1);
  await expect.poll(() => focused(page)).toBe(kind);
}

/** The kind of the node that has the focus. */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () =>
      document.activeElement?.querySelector<HTMLElement>(':scope > [data-kind]')?.dataset['kind'],
  );

/** An empty canvas, without a mouse. */
async function startEmptyByKey(page: Page): Promise<void> {
  await visit(page);
  await command(page, 'Empty canvas');
  await expect(nodes(page)).toHaveCount(0);
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let i = 0; i < 150; i++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('the keyboard does not reach it');
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

/** The network as a list, in words. */
const outline = (page: Page): Locator =>
  page.getByRole('region', { name: 'The network as a list' });

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
    page.getByRole('status').filter({ hasText: /^Paused at step [\d,]+, loss 0\.\d+/ }),
  ).toBeAttached();

  await command(page, 'as a list');
  await expect(outline(page)).toMatchAriaSnapshot(`
    - region "The network as a list":
      - heading "The network as a list" [level=2]
      - paragraph: 6 nodes, 5 wires. Ready to train.
      - list:
        - listitem:
          - button /Points.* Gives 2\\. To Dense\\./
        - listitem:
          - button /Dense, 2 units Gives 2\\. From Points\\. To Sigmoid\\./
        - listitem:
          - button /Sigmoid.* Gives 2\\. From Dense\\. To Dense\\./
        - listitem:
          - button /Dense, 1 unit Gives 1\\. From Sigmoid\\. To Sigmoid\\./
        - listitem:
          - button /Sigmoid.* Gives 1\\. From Dense\\. To Loss\\./
        - listitem:
          - button /Loss.* From Sigmoid\\./
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
        - button /Images.* Gives 12×12×1\\. To Conv2D\\./
      - listitem:
        - button /Conv2D.* Gives 12×12×8\\. From Images\\. To Conv2D, Add\\./
      - listitem:
        - button /Conv2D.* Gives 12×12×8\\. From Conv2D\\. To Add\\./
      - listitem:
        - button /Add.* Gives 12×12×8\\. From Conv2D, Conv2D\\. To Flatten\\./
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
