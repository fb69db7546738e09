import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type DialogName, dialogNames } from '../../src/state/dialog-names.ts';
import {
  collapse,
  drag,
  jsonFile,
  middle,
  nodes,
  nodesOf,
  openFile,
  stat,
  visit,
  wires,
} from './page.ts';

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
  await command(page, 'New project');
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
const outline = (page: Page): Locator => page.getByRole('main', { name: 'The network as a list' });

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

test('a removed node hands the focus to its neighbour, and what became of it is said', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  await expect.poll(() => focused(page)).toBe('dense');
  await expect(page.getByTestId('said')).toHaveText('delete Sigmoid');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('said')).toHaveText('Undo: delete Sigmoid');
});

test('a problem that comes and goes is said once it stays', async ({ page }) => {
  await visit(page);
  await nodesOf(page, 'loss').locator('header').click();
  await page.keyboard.press('x');
  await answer(page, '');
  await expect(wires(page)).toHaveCount(4);
  await expect(page.getByTestId('said')).toHaveText(/Loss/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('said')).toHaveText('No problem is left.');
});

test('the menu of a node, a wire or the canvas opens by mouse and by key', async ({ page }) => {
  await visit(page);
  const menu = page.getByRole('menu');
  await nodesOf(page, 'dense').first().locator('header').click({ button: 'right' });
  await expect(menu).toHaveAccessibleName('Menu of Dense');
  await menu.getByRole('menuitem', { name: /^Delete the node/ }).click();
  await expect(nodes(page)).toHaveCount(5);
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toHaveAccessibleName('Menu of Sigmoid');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe('sigmoid');
  const pane = await page.getByTestId('canvas').boundingBox();
  await page.mouse.click((pane?.x ?? 0) + 20, (pane?.y ?? 0) + 20, { button: 'right' });
  await expect(menu.getByRole('menuitem', { name: /^Select all/ })).toBeVisible();
});

test('what is refused is listed with its reason, and nothing happens when it is chosen', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'dense').last().locator('header').click();
  await page.keyboard.press('c');
  const list = page.getByRole('dialog', { name: 'Wire Dense to…' });
  await expect(list.getByRole('option', { name: /Points .*takes no input/ })).toBeVisible();
  await page.keyboard.type('points');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('status')).toHaveText(/takes no input/);
  await page.keyboard.press('Escape');
  await expect(wires(page)).toHaveCount(5);
  await expect.poll(() => focused(page)).toBe('dense');
});

/** What a checker of accessibility finds on the page, or in a part of it, as short lines. */
async function findings(page: Page, part?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze();
  return violations.flatMap(({ id, nodes: found }) =>
    found.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

/** How each window over the page is opened; `false` where it is the second tab that shows it. */
const windows: Readonly<Record<DialogName, ((page: Page) => Promise<void>) | false>> = {
  commands: (page) => page.keyboard.press('ControlOrMeta+k'),
  keys: (page) => page.keyboard.press('?'),
  share: (page) => page.keyboard.press('ControlOrMeta+Shift+l'),
  projects: (page) => page.keyboard.press('o'),
  history: (page) => page.keyboard.press('h'),
  secondTab: false,
  film: async (page) => {
    await page.keyboard.press('.');
    await page.locator('[data-film]').click();
  },
};

/** Selects the first Dense by its head. */
const chooseDense = (page: Page) => nodesOf(page, 'dense').first().locator('header').click();

for (const [theme, locale] of [
  ['light', 'en-US'],
  ['dark', 'ko-KR'],
] as const) {
  test(`nothing is found wrong with any panel, window or menu, ${theme}, ${locale}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({
      locale,
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const check = async (state: string, part?: string, at: Page = page) => {
      expect.soft(await findings(at, part), state).toEqual([]);
    };
    await page.goto('/');
    await expect(nodes(page)).toHaveCount(6);
    await expect(stat(page, 'loss')).toHaveText('0.7584');
    await page.keyboard.press('n');
    await expect(page.locator('[data-comment] textarea')).toBeFocused();
    await page.keyboard.type('what is looked at');
    await page.keyboard.press('Escape');
    // The tools of a selected comment may lie over a node.
    await page.keyboard.press('Escape');
    await check('page with a comment');
    await chooseDense(page);
    for (const tab of ['layers', 'lessons', 'data', 'see', 'train', 'layer']) {
      await page.locator(`[data-tab="${tab}"]`).click();
      await expect(page.locator(`[data-tab="${tab}"][data-state=active]`)).toBeVisible();
      await check(tab, 'aside');
    }
    for (const key of ['a', 'Shift+A', 'c', 'x', 'e']) {
      await chooseDense(page);
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(key, '[role=dialog]');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    for (const name of dialogNames) {
      await chooseDense(page);
      const open = windows[name];
      const at = open ? page : await context.newPage();
      if (open) await open(page);
      else await at.goto('/');
      await expect(at.getByRole('dialog')).toBeVisible();
      await check(name, '[role=dialog]', at);
      if (open) await page.keyboard.press('Escape');
      else await at.close();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    const menu = page.getByRole('menu');
    for (const target of [
      nodesOf(page, 'dense').first().locator('header'),
      page.locator('[data-comment]'),
    ]) {
      await target.click({ button: 'right' });
      await expect(menu).toBeVisible();
      await check('menu');
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
    }
    await page.keyboard.press('l');
    await expect(page.locator('[data-outline]')).toBeVisible();
    await check('list');
    await page.keyboard.press('Shift+F10');
    await expect(menu).toBeVisible();
    await check('menu of the list');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-outline]')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.locator('.react-flow__node-toolbar')).toHaveCount(0);
    // The other of both themes is looked at where most colours are.
    await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
    await chooseDense(page);
    await check('in the other theme');
    await page.locator('[data-tab="lessons"]').click();
    await check('lessons in the other theme', 'aside');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('keys in the other theme', '[role=dialog]');
    await context.close();
  });
}

test('the menu of a collapsed block is about its nodes, and expands it', async ({ page }) => {
  await visit(page);
  await collapse(page);
  await page.keyboard.press('Escape');
  const menu = page.getByRole('menu');
  await page.locator('.react-flow__node-block').click({ button: 'right' });
  await expect(menu).toHaveAccessibleName('Menu of Block 1');
  await menu.getByRole('menuitem', { name: /^Expand/ }).click();
  await expect(page.locator('.react-flow__node-block')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await page.locator('.react-flow__node-block').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: /^Delete what is selected/ }).click();
  await expect(nodes(page)).toHaveCount(4);
  await expect(page.getByTestId('said')).toHaveText('delete 2 layers');
});

test('a comment is reached by Tab, edited, and deleted by its menu', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('n');
  await expect(page.locator('[data-comment] textarea')).toBeFocused();
  await page.keyboard.type('first words');
  await page.keyboard.press('Escape');
  const comment = page.locator('.react-flow__node-comment');
  await expect(comment).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);
  await nodesOf(page, 'loss').locator('header').click();
  await tabTo(page, comment);
  await expect(comment).toHaveAccessibleName('Comment: first words');
  await page.keyboard.press('Enter');
  await page.keyboard.type('other words');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Menu of the comment “other words”' });
  await menu.getByRole('menuitem', { name: /^Edit the comment/ }).click();
  await expect(comment.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: /^Delete the comment/ }).click();
  await expect(comment).toHaveCount(0);
});

test('who leaves a comment for another field goes on typing there', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('n');
  const text = page.locator('[data-comment] textarea');
  await expect(text).toBeFocused();
  await page.keyboard.type('a remark');
  const title = page.getByRole('textbox', { name: 'Title of this network' });
  await title.click();
  await expect(text).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('test');
  await expect(title).toHaveValue('test');
  await expect(title).toBeFocused();
  await expect(page.locator('[data-comment]')).toHaveText('a remark');
});

test('the list of the network holds blocks with their nodes, and comments', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('n');
  await expect(page.locator('[data-comment] textarea')).toBeFocused();
  await page.keyboard.type('what for');
  await page.keyboard.press('Escape');
  // The tools of a selected comment may lie over a node.
  await page.keyboard.press('Escape');
  await collapse(page);
  await page.keyboard.press('l');
  await expect(outline(page)).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - button /Points/
      - listitem:
        - button /Block Block 1, 2 layers\\. Collapsed\\./
      - listitem:
        - button /Dense/
      - listitem:
        - button /Sigmoid/
      - listitem:
        - button /Loss/
      - listitem:
        - 'button "Comment: what for"'
  `);
  const block = outline(page).getByRole('button', { name: /^Block Block 1/ });
  await expect(block).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    outline(page).getByRole('list', { name: 'Block 1' }).getByRole('listitem'),
  ).toHaveCount(2);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(outline(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('for this');
  await page.keyboard.press('Escape');
  await expect(outline(page).getByRole('button', { name: 'Comment: for this' })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(outline(page).getByRole('button', { name: /^Comment/ })).toHaveCount(0);
});

test('what is removed by list, menu, command or panel hands the focus on, and is said', async ({
  page,
}) => {
  await visit(page);
  const said = page.getByTestId('said');
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.keyboard.press('Shift+F10');
  await page
    .getByRole('menuitem', { name: /^Delete the node/ })
    .first()
    .press('Enter');
  await expect(nodes(page)).toHaveCount(5);
  await expect.poll(() => focused(page)).toBe('dense');
  await nodesOf(page, 'sigmoid').locator('header').click();
  await command(page, 'Delete the node');
  await expect(nodes(page)).toHaveCount(4);
  await expect.poll(() => focused(page)).toBe('dense');

  await nodesOf(page, 'dense').last().locator('header').click();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Inspect' });
  await panel.getByRole('button', { name: 'Delete the node' }).press('Enter');
  await expect(nodes(page)).toHaveCount(3);
  await expect(said).toHaveText(/^delete/);
  await expect.poll(() => focused(page)).toBe('dense');

  await page.keyboard.press('l');
  const line = outline(page).getByRole('button', { name: /^Dense/ });
  await line.focus();
  await outline(page)
    .getByRole('toolbar')
    .getByRole('button', { name: /^Delete the node/ })
    .first()
    .press('Enter');
  await expect(line).toHaveCount(0);
  await expect(outline(page).getByRole('button', { name: /^Points/ })).toBeFocused();
});

test('a block is collapsed and expanded by its buttons and menu, and the focus goes with it', async ({
  page,
}) => {
  await visit(page);
  await collapse(page);
  const card = page.locator('.react-flow__node-block');
  await card.getByRole('button', { name: 'Expand Block 1' }).press('Enter');
  await expect(card).toHaveCount(0);
  await expect(page.getByTestId('said')).toHaveText(/^expand/);
  await expect.poll(() => focused(page)).toBe('dense');
  const title = page.getByRole('button', { name: 'Block 1', exact: true });
  await page.getByRole('button', { name: 'Collapse Block 1' }).press('Enter');
  await expect(card).toBeFocused();
  await expect(page.getByTestId('said')).toHaveText(/^collapse/);
  await card.getByRole('button', { name: 'Expand Block 1' }).click();
  await title.click({ button: 'right' });
  await page
    .getByRole('menu', { name: 'Menu of Block 1' })
    .getByRole('menuitem', { name: /^Collapse/ })
    .click();
  await expect(card).toBeFocused();
});

test('a comment gets its colour by its menu, and its text has the browser’s own', async ({
  page,
}) => {
  // So little room that a new comment finds none of what is seen.
  await page.setViewportSize({ width: 1280, height: 720 });
  await visit(page);
  await page.keyboard.press('n');
  const text = page.locator('[data-comment] textarea');
  await expect(text).toBeFocused();
  // Wherever there was room for it, what is typed is seen.
  const canvas = await page.getByTestId('canvas').boundingBox();
  await expect
    .poll(async () => (await text.boundingBox())?.y ?? 0)
    .toBeGreaterThanOrEqual(canvas?.y ?? 0);
  await page.keyboard.type('a remark');
  await text.click({ button: 'right' });
  await page.keyboard.type('!');
  await expect(text).toHaveValue('a remark!');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Colour: Green' }).press('Enter');
  await expect(page.locator('.react-flow__node-comment')).toBeFocused();
  await expect(page.getByTestId('said')).toHaveText('change a comment');
  await expect(
    page.getByRole('toolbar', { name: 'Comment' }).getByRole('button', { name: 'Green' }),
  ).toHaveAttribute('aria-pressed', 'true');
});

test('what is done twice is said twice, what takes time is said at its end, and undo by its name', async ({
  page,
}) => {
  await visit(page);
  const said = page.getByTestId('said');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const place = document.querySelector('[data-testid=said]') as Element;
    new MutationObserver(() => heard.push(place.textContent ?? '')).observe(place, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const heard = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { heard: string[] }).heard.filter(Boolean));
  await nodesOf(page, 'points').locator('header').click();
  await page.keyboard.press('ArrowUp');
  await expect.poll(heard).toEqual(['move Points']);
  await page.keyboard.press('ArrowUp');
  await expect.poll(heard).toEqual(['move Points', 'move Points']);
  await command(page, 'Undo');
  await expect(said).toHaveText('Undo: move Points');
  await nodesOf(page, 'loss')
    .locator('header')
    .click({ modifiers: ['Shift'] });
  await page.getByRole('toolbar', { name: 'Selected layers' }).getByRole('button').nth(1).click();
  await expect.poll(heard).toContain('align 2 layers');
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

test('the list of nodes keeps layers where they are, and hands the focus on when L closes it', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.keyboard.press('l');
  const line = outline(page)
    .getByRole('button', { name: /^Sigmoid/ })
    .first();
  await expect(line).toBeFocused();
  for (const key of ['ArrowRight', 'ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowRight']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await page.keyboard.press('l');
  await expect(outline(page)).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe('sigmoid');
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

test('a node says whether it is selected and what is wrong with it, and windows give the focus back', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'loss').locator('header').click();
  const loss = nodes(page).filter({ has: page.locator('[data-kind=loss]') });
  await expect(loss).toHaveAccessibleDescription('Selected.');
  await page.keyboard.press('x');
  await answer(page, '');
  await expect(loss).toHaveAccessibleDescription(/^Selected\. .*Loss/);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('main', { name: 'Canvas' })).toHaveAccessibleDescription(
    /^Enter edits/,
  );

  // Several are selected, of which one has the focus: it is there again.
  await nodesOf(page, 'dense').first().locator('header').click();
  await page.keyboard.press('ControlOrMeta+a');
  for (const key of ['ControlOrMeta+k', '?', 'h']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => focused(page)).toBe('dense');
  }
});

test('a message that is dismissed by key hands the focus to the next, and the last one back to where it was', async ({
  page,
}) => {
  await visit(page);
  await openFile(page, jsonFile('list.json', [1, 2]));
  const dismiss = page.locator('[data-notice]').getByRole('button', { name: 'Dismiss' });
  await expect(dismiss).toHaveCount(1);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/plain',
      '{"format":"netwright-fragment","version":2,"graph":{"nodes":{"<b>":{}}}}',
    );
    const target = document.querySelector('main') ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(dismiss).toHaveCount(2);
  const title = page.getByRole('textbox', { name: 'Title of this network' });
  await title.focus();
  await dismiss.first().focus();
  await page.keyboard.press('Enter');
  await expect(dismiss).toHaveCount(1);
  await expect(dismiss).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dismiss).toHaveCount(0);
  await expect(title).toBeFocused();
});
