import { expect, test } from '@playwright/test';
import { printLink } from '../../src/document/link-text.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';
import { readPreset } from '../support/presets.ts';
import { nodes, nodesOf, openLesson, settle, stepOf, train, unfold, visit } from './page.ts';
import { kept, openProjects, projects, tile, title } from './projects-page.ts';

test('work that full storage refused outlives a reload', async ({ page }) => {
  await page.addInitScript(() => {
    if (!sessionStorage.getItem('full')) return;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await visit(page);
  await expect(kept(page)).toBeVisible();
  await page.evaluate(() => sessionStorage.setItem('full', 'yes'));
  await page.reload();
  await expect(nodes(page)).toHaveCount(6);
  await title(page).fill('precious');
  await expect(page.locator('[data-keeping=not]')).toContainText('Not kept');
  page.on('dialog', (dialog) => void dialog.accept());
  // It is still full, and then still.
  for (let i = 0; i < 2; i++) {
    await page.reload();
    await expect(title(page)).toHaveValue('precious');
    await expect(page.locator('[data-keeping=not]')).toBeVisible();
  }
  await page.evaluate(() => sessionStorage.removeItem('full'));
  await page.reload();
  await expect(title(page)).toHaveValue('precious');
  await expect(kept(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo: change the title' })).toBeEnabled();
  expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('last-words');
});

test('last words of a deleted project wait with it, and do not bring it back', async ({ page }) => {
  await visit(page);
  await title(page).fill('gone');
  await expect(kept(page)).toBeVisible();
  const id = await page.evaluate(() => sessionStorage.getItem('netwright-project') ?? '');
  await openProjects(page);
  await projects(page).getByRole('button', { name: 'New project' }).click();
  await expect(nodes(page)).toHaveCount(0);
  await title(page).fill('stays');
  await expect(kept(page)).toBeVisible();
  await openProjects(page);
  await tile(page, 'gone')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(tile(page, 'gone')).toHaveCount(0);
  const key = `netwright-last-words/${id}`;
  const document = documentOf(xorNetwork());
  const said = {
    id,
    document: { ...document, meta: { title: 'gone and changed' } },
    touched: true,
    changedAt: Date.now() + 1000,
    openedAt: 1,
  };
  await page.evaluate(([k, v]) => localStorage.setItem(k, v), [key, JSON.stringify(said)] as const);
  await page.reload();
  await expect(title(page)).toHaveValue('stays');
  expect(await page.evaluate((k) => localStorage.getItem(k), key)).toBeNull();
  await openProjects(page);
  await expect(tile(page, 'stays')).toHaveCount(1);
  await expect(tile(page, 'gone and changed')).toHaveCount(0);
  await projects(page).getByText('Recently deleted').click();
  await expect(projects(page).getByText('gone and changed')).toBeVisible();
});

test('taking up a run of a deleted project makes a new one, and leaves that deleted', async ({
  page,
}) => {
  await openLesson(page, 'lab-07-1');
  await title(page).fill('gone');
  await train(page).click();
  await expect(page.getByTestId('beyond')).toBeVisible();
  await expect(kept(page)).toBeVisible();
  await openLesson(page, 'lab-02-1');
  await title(page).fill('stays');
  await expect(kept(page)).toBeVisible();
  await openProjects(page);
  await tile(page, 'gone')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(tile(page, 'gone')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await unfold(page, 'runs');
  await page.getByRole('button', { name: /^Take up run 1/ }).click();
  await expect(title(page)).toHaveValue('gone');
  await openProjects(page);
  await expect(tile(page, 'gone')).toHaveCount(1);
  await expect(projects(page).getByText('Recently deleted (1)')).toBeVisible();
  await projects(page).getByText('Recently deleted (1)').click();
  await projects(page).getByRole('button', { name: 'Bring gone back' }).click();
  await expect(tile(page, 'gone')).toHaveCount(2);
});

for (const how of ['Bring it back', 'Undo: open']) {
  test(`a lesson link leaves the steps of own work as they were: ${how}`, async ({ page }) => {
    await visit(page);
    for (const name of ['one', 'two']) {
      await title(page).fill(name);
      await nodesOf(page, 'loss').click();
      await page.keyboard.press('ArrowRight');
    }
    await expect(kept(page)).toBeVisible();
    await page.goto('/?lesson=lab-02-1');
    await expect(title(page)).toHaveValue('A line through three points');
    await page.getByRole('button', { name: how }).first().click();
    await expect(title(page)).toHaveValue('two');
    await expect(kept(page)).toBeVisible();
    await page.goto('/');
    await expect(title(page)).toHaveValue('two');
    const undo = page.getByRole('button', { name: /^Undo/ });
    await expect(undo).toBeEnabled();
    for (let i = 0; i < 4; i++) await undo.click();
    await expect(title(page)).toHaveValue('XOR with a hidden layer');
  });
}

test('work that a shared network took the place of comes back into its own project', async ({
  page,
}) => {
  await visit(page);
  await title(page).fill('my work');
  await expect(kept(page)).toBeVisible();
  const document = { ...readPreset('lab-11-2'), meta: { title: 'from a friend' } };
  await page.evaluate(
    (text) => {
      location.hash = text;
    },
    `n=${printLink({ document })}`,
  );
  await expect(title(page)).toHaveValue('from a friend');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(title(page)).toHaveValue('my work');
  await openProjects(page);
  await expect(tile(page, 'my work')).toHaveCount(1);
  // What a friend sent is not to be had again: it stays.
  await expect(tile(page, 'from a friend')).toHaveCount(1);
});

test('a lesson that was changed elsewhere, or trained, is not thrown away', async ({ page }) => {
  const lesson = readPreset('lab-02-1');
  const document = { ...lesson, meta: { ...lesson.meta, title: 'from the teacher' } };
  await page.goto(`/#n=${printLink({ document })}`);
  await expect(title(page)).toHaveValue('from the teacher');
  await expect(kept(page)).toBeVisible();
  await page.goto('/?lesson=lab-09-2');
  await expect(title(page)).toHaveValue('XOR with a hidden layer');
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await expect.poll(() => stepOf(page)).toBe(1);
  await settle(page);
  await expect(kept(page)).toBeVisible();
  await openProjects(page);
  await projects(page).getByRole('button', { name: 'New project' }).click();
  await expect(nodes(page)).toHaveCount(0);
  await openProjects(page);
  await expect(tile(page, 'from the teacher')).toHaveCount(1);
  await tile(page, 'XOR with a hidden layer').getByRole('button', { name: /^Open/ }).click();
  await expect.poll(() => stepOf(page)).toBe(1);
});

test('lessons that closed tabs left behind do not fill the storage', async ({ page }) => {
  await visit(page);
  await expect(kept(page)).toBeVisible();
  const keys = (leave: unknown) =>
    page.evaluate(
      (documents) =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('netwright-projects');
          opening.onsuccess = () => {
            const change = opening.result.transaction('projects', 'readwrite');
            const store = change.objectStore('projects');
            for (const [id, document] of documents) {
              const left = { id, document, touched: false, changedAt: 1, openedAt: 1 };
              store.put(left, `project/${id}`);
            }
            const got = store.getAllKeys();
            change.oncomplete = () => {
              opening.result.close();
              resolve(got.result.join());
            };
          };
        }),
      leave as [string, unknown][],
    );
  const lesson = readPreset('lab-02-1');
  const own = { ...lesson, meta: { ...lesson.meta, title: 'somebody’s' } };
  await keys([
    ['left', lesson],
    ['changed', own],
  ]);
  await page.reload();
  await expect.poll(() => keys([])).not.toContain('project/left');
  await openProjects(page);
  await expect(tile(page, 'somebody’s')).toHaveCount(1);
});

test('what a second tab changed before it knew is kept as a version', async ({ page, context }) => {
  await visit(page);
  await title(page).fill('shared');
  await expect(kept(page)).toBeVisible();
  const second = await context.newPage();
  await second.goto('/');
  await expect(title(second)).toHaveValue('shared');
  await title(second).fill('from the second');
  const asks = second.getByRole('dialog', { name: 'This project is open in another tab' });
  await expect(asks).toBeVisible();
  await asks.getByRole('button', { name: /^Go on here/ }).click();
  await expect(title(second)).toHaveValue('shared');
  await expect(second.getByText('is kept as a version')).toBeVisible();
  await second.getByRole('button', { name: 'Steps and versions' }).last().click();
  const dialog = second.getByRole('dialog', { name: 'Steps and versions' });
  await dialog.getByRole('button', { name: /^Go back to .*before something took/ }).click();
  await expect(title(second)).toHaveValue('from the second');
});
