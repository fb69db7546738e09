import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type DialogName, dialogNames } from '../../src/state/dialog-names.ts';
import { nodes, nodesOf, stat } from './page.ts';

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
