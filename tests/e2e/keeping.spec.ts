import { expect, type Page, test } from '@playwright/test';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';
import { nodes, nodesOf, pace, pause, settle, stat, stepOf, train, visit } from './page.ts';

const title = (page: Page) => page.getByRole('textbox', { name: 'Title of this network' });
const projects = (page: Page) => page.getByRole('dialog', { name: 'Your projects' });
const tile = (page: Page, name: string) =>
  projects(page).getByRole('listitem').filter({ hasText: name });

async function openProjects(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your projects' }).click();
  await expect(projects(page)).toBeVisible();
}

const kept = (page: Page) => page.locator('[data-keeping=kept]');

test('projects stand beside each other, each with its training', async ({ page }) => {
  await visit(page);
  await title(page).fill('first');
  await pace(page).selectOption('1000');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(100);
  await pause(page).click();
  await settle(page);
  const step = await stat(page, 'step').innerText();
  const loss = await stat(page, 'loss').innerText();

  await openProjects(page);
  await projects(page).getByRole('button', { name: 'New project' }).click();
  await expect(nodes(page)).toHaveCount(0);
  await title(page).fill('second');

  // Each is as it was left, on this visit and on the next.
  await openProjects(page);
  await expect(tile(page, 'second')).toContainText('on screen');
  await tile(page, 'first').getByRole('button', { name: 'Open first' }).click();
  await expect(nodes(page)).toHaveCount(6);
  await expect(stat(page, 'step')).toHaveText(step);
  await expect(stat(page, 'loss')).toHaveText(loss);
  await page.reload();
  await expect(title(page)).toHaveValue('first');
  await expect(stat(page, 'step')).toHaveText(step);
  await openProjects(page);
  await tile(page, 'second').getByRole('button', { name: 'Open second' }).click();
  await expect(title(page)).toHaveValue('second');
  await expect(nodes(page)).toHaveCount(0);
});

test('a project is renamed, duplicated, deleted and brought back', async ({ page }) => {
  await visit(page);
  await title(page).fill('mine');
  await openProjects(page);
  await tile(page, 'mine').getByRole('button', { name: 'Duplicate mine' }).click();
  await expect(projects(page).getByRole('listitem')).toHaveCount(2);
  await tile(page, 'Copy of mine')
    .getByRole('button', { name: /^Rename/ })
    .click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('other');
  await page.keyboard.press('Enter');
  await expect(tile(page, 'other')).toBeVisible();
  await tile(page, 'other').getByRole('button', { name: 'Delete other' }).click();
  await expect(projects(page).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await openProjects(page);
  await expect(projects(page).getByRole('listitem')).toHaveCount(2);
  // The one on screen can be deleted too; an empty canvas takes its place.
  await tile(page, 'mine').getByRole('button', { name: 'Delete mine' }).click();
  await page.keyboard.press('Escape');
  await expect(nodes(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(title(page)).toHaveValue('mine');
  await expect(nodes(page)).toHaveCount(6);
});

test('a lesson opened over own work leaves that in its project', async ({ page }) => {
  await visit(page);
  await title(page).fill('precious');
  await nodesOf(page, 'loss').click();
  await page.keyboard.press('Delete');
  await page.goto('/?lesson=lab-02-1');
  await expect(title(page)).toHaveValue('A line through three points');
  await openProjects(page);
  await tile(page, 'precious').getByRole('button', { name: 'Open precious' }).click();
  await expect(nodes(page)).toHaveCount(5);
  // A lesson that was only looked at is nobody's work.
  await openProjects(page);
  await expect(projects(page).getByRole('listitem')).toHaveCount(1);
});

test('what an older page kept becomes a project', async ({ page }) => {
  const old = { ...documentOf(xorNetwork()), meta: { title: 'from before' } };
  await page.addInitScript((document) => {
    if (sessionStorage.getItem('seeded')) return;
    sessionStorage.setItem('seeded', 'yes');
    localStorage.setItem('netwright-last-words', JSON.stringify(document));
  }, old);
  await page.goto('/');
  await expect(title(page)).toHaveValue('from before');
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(title(page)).toHaveValue('from before');
  await openProjects(page);
  await expect(tile(page, 'from before')).toContainText('on screen');
});

test('steps are taken back after a reload, and weights survive where shapes did', async ({
  page,
}) => {
  await visit(page);
  await pace(page).selectOption('1000');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(200);
  await pause(page).click();
  await settle(page);
  await title(page).fill('renamed');
  await nodesOf(page, 'loss').click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  const loss = await stat(page, 'loss').innerText();
  await page.reload();
  await expect(nodes(page)).toHaveCount(5);
  await page.getByRole('button', { name: /^Undo: remove/ }).click();
  await expect(nodes(page)).toHaveCount(6);
  await page.getByRole('button', { name: 'Undo: title' }).click();
  await expect(title(page)).toHaveValue('XOR with a hidden layer');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.reload();
  await page.getByRole('button', { name: 'Redo: title' }).click();
  await expect(title(page)).toHaveValue('renamed');
  expect(loss).not.toBe('0.7584');
});
