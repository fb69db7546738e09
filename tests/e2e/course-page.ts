import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The strip of cards. */
export const strip = (page: Page): Locator => page.locator('[data-lesson-open]');

/** The cards of one lesson. */
export const lessonOpen = (page: Page, id: string): Locator =>
  page.locator(`[data-lesson-open=${id}]`);

/** The title of the card. */
export const title = (page: Page): Locator => strip(page).getByRole('heading', { level: 2 });

/** The dots of the cards. */
export const dots = (page: Page): Locator => strip(page).locator('button[data-done]');

/** The sign that a card is done. */
export const isDone = (page: Page): Locator => strip(page).locator('[data-card-done]');

/** The play button, whatever it says. */
export const trainButton = (page: Page): Locator => page.locator('[data-tour=train]');

/** Expects the place of the card on screen: `3/10`. */
export const place = (page: Page, text: string) =>
  expect(strip(page).getByText(text, { exact: true })).toBeVisible();

/** What a checker of accessibility finds that is serious. */
export async function findSerious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes: found }) => found.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
