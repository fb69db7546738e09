import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** Opens the window that shares what is on screen. */
export const share = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
};

/** What a press hands over. */
export async function download(page: Page, press: () => Promise<void>) {
  const waiting = page.waitForEvent('download');
  await press();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
