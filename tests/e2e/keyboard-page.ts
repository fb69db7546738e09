import { expect, type Locator, type Page } from '@playwright/test';

/** Asks the list of commands for something and takes the first answer. */
export async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await answer(page, text);
}

/** Types into the list that is open and takes the first answer. */
export async function answer(page: Page, text: string): Promise<void> {
  const list = page.getByRole('dialog');
  await expect(list.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
}

/** The kind of the node that has the focus. */
export const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () =>
      document.activeElement?.querySelector<HTMLElement>(':scope > [data-kind]')?.dataset['kind'],
  );

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let i = 0; i < 150; i++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('the keyboard does not reach it');
}

/** The network as a list, in words. */
export const outline = (page: Page): Locator =>
  page.getByRole('main', { name: 'The network as a list' });
