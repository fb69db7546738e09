import { expect, type Page, test } from '@playwright/test';
import { createRandom } from '../../src/core/random.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { kindInPalette, visit } from './page.ts';

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
const arrows = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'];

/** Gives the keyboard to one of what there is; without a look at the page first, which would take long. */
const reach = (page: Page, what: string, which: number): Promise<void> =>
  page.evaluate(
    ([selector, i]) => {
      const all = document.querySelectorAll<HTMLElement>(selector);
      all[i % all.length]?.focus();
    },
    [what, which] as const,
  );

/** Acts as a person does them, by mouse and keyboard; some find nothing to act on. */
function actsOn(page: Page, draw: (limit: number) => number): readonly (() => Promise<void>)[] {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const select = async (): Promise<void> => {
    await reach(page, '.react-flow__node', draw(1000));
    await press('Enter');
  };
  const onOne = async (...keys: readonly string[]): Promise<void> => {
    await select();
    await press(...keys);
  };
  const add = () => kindInPalette(page, kinds[draw(kinds.length)] ?? 'dense').click();
  const arrow = (): string => arrows[draw(arrows.length)] ?? 'ArrowUp';
  const leave = () => page.getByRole('heading', { level: 1 }).click();
  return [
    add,
    async () => {
      await select();
      await add();
    },
    () => onOne(arrow()),
    () => onOne(`Shift+${arrow()}`),
    () => onOne('Delete'),
    () => onOne('Delete'),
    () => onOne('Shift+Delete'),
    () => onOne('d'),
    () => onOne('ControlOrMeta+c', 'ControlOrMeta+v'),
    () => press('t'),
    () => press('ControlOrMeta+a', 'ControlOrMeta+g'),
    () => press('ControlOrMeta+a', 'ControlOrMeta+Shift+g'),
    async () => {
      await reach(page, '.react-flow__edge[data-id]', draw(1000));
      await press('Enter', 'Delete');
    },
    async () => {
      await leave();
      await press('n');
      await page.keyboard.type('why');
      await press('Escape');
    },
    async () => {
      await page.locator('header input').fill(`title ${draw(1000)}`);
      await leave();
    },
    async () => {
      await page.getByRole('textbox', { name: 'seed' }).fill(String(draw(1000)));
      await press('Enter');
      await leave();
    },
  ];
}

/** How many steps the history holds, as its window lists them. */
async function countSteps(page: Page): Promise<number> {
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('h');
  await expect(page.locator('[data-away="0"]')).toBeVisible();
  const count = await page.locator('[data-away]').count();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-away="0"]')).toBeHidden();
  return count - 1;
}

test('300 edits chosen by chance, reloaded in between, are taken back to the start and forth to the end', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await visit(page);
  const start = await keptDocument(page);
  const random = createRandom(SEED);
  const acts = actsOn(page, (limit) => random.integer(limit));
  let steps = 0;
  // Every act is one step or none; as many follow as are missing.
  for (const goal of [EDITS / 2, EDITS]) {
    while (steps < goal) {
      for (let i = steps; i < goal; i++) await acts[random.integer(acts.length)]?.();
      steps = await countSteps(page);
    }
    if (goal === EDITS) break;
    await keptDocument(page);
    await page.reload();
    await expect(page.getByRole('button', { name: /^Undo: / })).toBeEnabled();
  }
  expect(steps).toBe(EDITS);
  const end = await keptDocument(page);
  expect(end).not.toEqual(start);

  const all = async (name: RegExp, key: string): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).click();
    for (let i = 0; i < EDITS; i++) await page.keyboard.press(key);
    await expect(page.getByRole('button', { name })).toBeDisabled();
  };
  await all(/^Undo/, 'ControlOrMeta+z');
  expect(await keptDocument(page)).toEqual(start);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Redo: / })).toBeEnabled();
  await all(/^Redo/, 'ControlOrMeta+Shift+z');
  expect(await keptDocument(page)).toEqual(end);
  expect(broken).toEqual([]);
});
