import { expect, type Locator, type Page } from '@playwright/test';

/** The title, behind an open window too. */
export const title = (page: Page): Locator => page.locator('header input');

/** The window of projects. */
export const projects = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Your projects' });

/** A project in that window. */
export const tile = (page: Page, name: string): Locator =>
  projects(page).getByRole('listitem').filter({ hasText: name });

/** Opens the window of projects. */
export async function openProjects(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your projects' }).click();
  await expect(projects(page)).toBeVisible();
}

/** The sign that what is on screen is in the browser's storage. */
export const kept = (page: Page): Locator => page.locator('[data-keeping=kept]');
