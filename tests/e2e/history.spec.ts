import { expect, type Page, test } from '@playwright/test';
import { createRandom } from '../../src/core/random.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { kindInPalette, nodes, visit, wires } from './page.ts';

/** Steps that the history holds. */
const EDITS = 300;
const SEED = 20_261;

/** The document as the browser keeps it, once it keeps all that was done. */
async function keptDocument(page: Page): Promise<GraphDocument> {
  await expect(page.locator('[data-keeping=kept]')).toBeVisible();
  const text = await page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('netwright-projects');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction('projects').objectStore('projects');
          const got = store.get(`project/${sessionStorage.getItem('netwright-project')}`);
          got.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(got.result.document));
          };
        };
      }),
  );
  return JSON.parse(text);
}

const kinds = ['dense', 'sigmoid', 'relu', 'dropout', 'flatten', 'tanh'];

/** One edit as a person makes it, chosen by chance; some find nothing to act on. */
async function editOnce(page: Page, draw: (limit: number) => number): Promise<void> {
  const select = async (): Promise<void> => {
    const count = await nodes(page).count();
    if (count > 0) await nodes(page).nth(draw(count)).focus();
    await page.keyboard.press('Enter');
  };
  const moves = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'];
  const acts = [
    () => kindInPalette(page, kinds[draw(kinds.length)] ?? 'dense').click(),
    async () => {
      await select();
      await kindInPalette(page, kinds[draw(kinds.length)] ?? 'dense').click();
    },
    async () => {
      await select();
      await page.keyboard.press(moves[draw(4)] ?? 'ArrowUp');
    },
    async () => {
      await select();
      if ((await nodes(page).count()) > 4) await page.keyboard.press('Delete');
    },
    () => page.locator('header input').fill(`title ${draw(1000)}`),
    async () => {
      await page.getByRole('textbox', { name: 'seed' }).fill(String(draw(1000)));
      await page.keyboard.press('Enter');
    },
    async () => {
      const count = await wires(page).count();
      if (count === 0) return;
      await wires(page).nth(draw(count)).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Delete');
    },
  ];
  await acts[draw(acts.length)]?.();
}

test('300 edits chosen by chance, reloaded in between, are taken back to the start and forth to the end', async ({
  page,
}) => {
  test.setTimeout(400_000);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await visit(page);
  const start = await keptDocument(page);
  const random = createRandom(SEED);
  for (let i = 0; i < EDITS; i++) {
    await editOnce(page, (limit) => random.integer(limit));
    if (i === EDITS / 2) {
      await keptDocument(page);
      await page.reload();
      await expect(page.getByRole('button', { name: /^Undo: / })).toBeEnabled();
    }
  }
  const end = await keptDocument(page);
  expect(end).not.toEqual(start);

  const all = async (name: RegExp, key: string): Promise<void> => {
    const button = page.getByRole('button', { name });
    await page.getByRole('heading', { level: 1 }).click();
    for (let i = 0; i <= EDITS && (await button.isEnabled()); i++) await page.keyboard.press(key);
    await expect(button).toBeDisabled();
  };
  await all(/^Undo/, 'ControlOrMeta+z');
  expect(await keptDocument(page)).toEqual(start);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Redo: / })).toBeEnabled();
  await all(/^Redo/, 'ControlOrMeta+Shift+z');
  expect(await keptDocument(page)).toEqual(end);
  expect(broken).toEqual([]);
});
