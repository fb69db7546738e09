import { expect, test } from '@playwright/test';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';
import {
  kindInPalette,
  nodes,
  nodesOf,
  pace,
  pause,
  settle,
  stat,
  stepOf,
  train,
  visit,
} from './page.ts';
import { kept, openProjects, projects, tile, title } from './projects-page.ts';

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

test('weights survive where shapes did: after undo, redo and a reload', async ({ page }) => {
  await visit(page);
  await pace(page).selectOption('1000');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(200);
  await pause(page).click();
  await settle(page);
  const loss = await stat(page, 'loss').innerText();
  const step = await stat(page, 'step').innerText();
  expect(loss).not.toBe('0.7584');
  const isAsTrained = async (): Promise<void> => {
    await expect(nodes(page)).toHaveCount(6);
    await expect(stat(page, 'loss')).toHaveText(loss);
    await expect(stat(page, 'step')).toHaveText(step);
  };
  // A layer between the two that learnt changes what the second one is given: it starts anew.
  await nodesOf(page, 'sigmoid').first().click();
  await kindInPalette(page, 'dense').click();
  await expect(nodes(page)).toHaveCount(7);
  await expect(stat(page, 'loss')).not.toHaveText(loss);
  await page.keyboard.press('ControlOrMeta+z');
  await isAsTrained();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(nodes(page)).toHaveCount(7);
  await expect(stat(page, 'loss')).not.toHaveText(loss);
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(nodes(page)).toHaveCount(7);
  await expect(stat(page, 'loss')).not.toHaveText('–');
  await page.getByRole('button', { name: /^Undo: (add|insert)/ }).click();
  await isAsTrained();
  // So they do when the network could not be trained any more as the page was left.
  await title(page).fill('renamed');
  await nodesOf(page, 'loss').click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(nodes(page)).toHaveCount(5);
  await page.getByRole('button', { name: /^Undo: delete/ }).click();
  await isAsTrained();
  await page.getByRole('button', { name: 'Undo: change the title' }).click();
  await expect(title(page)).toHaveValue('XOR with a hidden layer');
  await page.reload();
  await page.getByRole('button', { name: 'Redo: change the title' }).click();
  await expect(title(page)).toHaveValue('renamed');
  await isAsTrained();
  // What was opened over it is undone: its training is there again, too.
  await openProjects(page);
  await projects(page).getByRole('button', { name: 'New project' }).click();
  await expect(nodes(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await isAsTrained();
});

test('a tab that is killed while it trains loses no edit, and says what became of the training', async ({
  page,
  context,
}) => {
  await visit(page);
  await title(page).fill('survivor');
  await expect(kept(page)).toBeVisible();
  await pace(page).selectOption('1000');
  await train(page).click();
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(3000);
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => {});
  await crashed;
  const next = await context.newPage();
  await next.goto('/');
  await expect(title(next)).toHaveValue('survivor');
  await expect(next.getByText(/It was training when the page went/)).toBeVisible();
  await expect.poll(() => stepOf(next)).toBeGreaterThan(500);
  await expect(next.getByRole('button', { name: 'Undo: change the title' })).toBeEnabled();
});

test('storage that is full is said, with a way out, and is tried again', async ({ page }) => {
  await visit(page);
  await expect(kept(page)).toBeVisible();
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    addEventListener('room', () => {
      IDBObjectStore.prototype.put = put;
    });
  });
  await title(page).fill('precious');
  const sign = page.locator('[data-keeping=not]');
  await expect(sign).toContainText('Not kept');
  await expect(page.getByRole('alert')).toContainText(
    'could not be kept in this browser (its storage is full)',
  );
  const download = page.waitForEvent('download');
  await sign.click();
  expect((await download).suggestedFilename()).toBe('precious.json');
  // Room was made: what was refused is kept after all.
  await page.evaluate(() => dispatchEvent(new Event('room')));
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(title(page)).toHaveValue('precious');
});

test('full storage leaves projects and versions in their lists, and can be made room in', async ({
  page,
}) => {
  await visit(page);
  await title(page).fill('old');
  await expect(kept(page)).toBeVisible();
  await openProjects(page);
  await projects(page).getByRole('button', { name: 'New project' }).click();
  await title(page).fill('new');
  await expect(kept(page)).toBeVisible();
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    addEventListener('room', () => {
      IDBObjectStore.prototype.put = put;
    });
  });
  await page.getByRole('button', { name: 'Steps and versions' }).click();
  const history = page.getByRole('dialog', { name: 'Steps and versions' });
  await history.getByRole('textbox').fill('mine');
  await page.keyboard.press('Enter');
  await expect(history.getByRole('alert')).toContainText('its storage is full');
  await page.keyboard.press('Escape');

  await openProjects(page);
  await tile(page, 'old').getByRole('button', { name: 'Duplicate old' }).click();
  await expect(projects(page).getByRole('alert')).toContainText('its storage is full');
  await expect(tile(page, 'new')).toHaveCount(1);
  await tile(page, 'old').getByRole('button', { name: 'Delete old' }).click();
  // It is not gone before that is asked for.
  await page.getByRole('button', { name: 'Delete it for good' }).click();
  await expect(tile(page, 'old')).toHaveCount(0);
  await expect(tile(page, 'new')).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new Event('room')));
  await expect(projects(page).getByText('Recently deleted')).toHaveCount(0);
});

test('where storage is denied the page works, says once that nothing is kept and offers the file', async ({
  page,
}) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.addInitScript(() => {
    const deny = (): never => {
      throw new DOMException('Access is denied.', 'SecurityError');
    };
    IDBFactory.prototype.open = deny;
    Object.defineProperty(window, 'localStorage', { get: deny });
    Object.defineProperty(window, 'sessionStorage', { get: deny });
  });
  await visit(page);
  const sign = page.locator('[data-keeping=not]');
  await expect(sign).toContainText('Not kept');
  // Nobody's work is not worth an alarm.
  await expect(page.getByRole('alert')).toHaveCount(0);
  await title(page).fill('precious');
  const alarm = page.getByRole('alert');
  await expect(alarm).toContainText('could not be kept in this browser');
  const download = page.waitForEvent('download');
  await alarm.getByRole('button').first().click();
  expect((await download).suggestedFilename()).toBe('precious.json');
  await alarm.getByRole('button', { name: 'Dismiss' }).click();
  // It can be worked with, and what is known is not said again.
  await nodesOf(page, 'loss').click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(nodes(page)).toHaveCount(6);
  await pace(page).selectOption('1000');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(100);
  await pause(page).click();
  await page.getByRole('button', { name: 'Your projects' }).click();
  await expect(projects(page).getByRole('alert')).toContainText('cannot be reached');
  await page.keyboard.press('Escape');
  await expect(sign).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(broken).toEqual([]);
});

test('a project in two tabs has one writer, and no edit is lost', async ({ page, context }) => {
  await visit(page);
  await title(page).fill('shared');
  await expect(kept(page)).toBeVisible();
  const second = await context.newPage();
  await second.goto('/');
  const asks = second.getByRole('dialog', { name: 'This project is open in another tab' });
  await expect(asks).toBeVisible();
  await asks.getByRole('button', { name: /^Read only/ }).click();
  await expect(title(second)).toHaveAttribute('readonly');
  // What the first one does is seen in the second.
  await title(page).fill('shared and changed');
  await expect(title(second)).toHaveValue('shared and changed');

  // Taken over with an edit of the last moment.
  await second.getByRole('button', { name: 'Open in another tab: read only' }).click();
  await title(page).fill('last moment');
  await asks.getByRole('button', { name: /^Go on here/ }).click();
  await expect(title(second)).toHaveValue('last moment');
  await title(second).fill('from the second');
  await expect(kept(second)).toBeVisible();
  const told = page.getByRole('dialog', { name: 'This project is open in another tab' });
  await expect(told).toBeVisible();
  await expect(title(page)).toHaveValue('from the second');

  // A copy is a project of its own.
  await told.getByRole('button', { name: /^Open a copy/ }).click();
  await expect(title(page)).toHaveValue('Copy of from the second');
  await expect(kept(page)).toBeVisible();
  await title(page).fill('my own');
  await expect(kept(page)).toBeVisible();
  await page.reload();
  await expect(title(page)).toHaveValue('my own');
  await openProjects(page);
  await expect(tile(page, 'from the second')).toBeVisible();
  // What another tab writes is neither renamed nor deleted from here.
  await tile(page, 'from the second')
    .getByRole('button', { name: /^Rename/ })
    .click();
  await page.keyboard.type('stolen');
  await page.keyboard.press('Enter');
  await expect(projects(page).getByRole('alert')).toContainText('Open in another tab');
  await tile(page, 'from the second')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(projects(page).getByRole('alert')).toContainText('Open in another tab');
  await expect(tile(page, 'from the second')).toBeVisible();
  await expect(title(second)).toHaveValue('from the second');
});
