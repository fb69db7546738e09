import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { lessonOpen, place, strip } from './course-page.ts';
import { nodes, nodesOf, visit } from './page.ts';

test('a link opens a lesson at a card and leaves the person’s own work within reach', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'sigmoid').first().click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  await page.goto('/?lesson=lab-09-3&card=3');
  await place(page, '3/9');
  await expect(nodes(page)).toHaveCount(10);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(nodes(page)).toHaveCount(5);
  // The same address loaded again is no new wish: what is there stays.
  await page.reload();
  await expect(nodes(page)).toHaveCount(5);
});

test('a link to what is not there says so', async ({ page }) => {
  await page.goto('/?lesson=lab-99-9');
  await expect(page.getByRole('alert')).toContainText('lab-99-9');
  await expect(nodes(page)).toHaveCount(6);
  await page.goto('/?lesson=lab-09-1&card=40');
  await expect(page.getByRole('alert')).toContainText('40');
  await expect(lessonOpen(page, 'lab-09-1')).toBeVisible();
});

test('the link of a card is copied, and leads back to it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?lesson=lab-09-1&card=3');
  await place(page, '3/9');
  await strip(page).getByRole('button', { name: 'Copy a link to this card' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('/');
  await page.goto(link);
  await expect(lessonOpen(page, 'lab-09-1')).toBeVisible();
  await place(page, '3/9');
});

test('in a frame on another site it works without the editing tools and without storage', async ({
  page,
  baseURL,
}) => {
  const address = `${baseURL}/?lesson=lab-09-2&card=3&edit=no`;
  const slide = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Slide</title>
      <iframe title="Netwright" src="${address}" width="1200" height="680"></iframe>`);
  });
  await new Promise<void>((ready) => void slide.listen(0, '127.0.0.1', ready));
  // As a browser does that keeps nothing for frames of other sites.
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    if (self === top) return;
    Object.defineProperty(window, 'localStorage', { get: refuse });
    IDBFactory.prototype.open = refuse;
    LockManager.prototype.request = () => Promise.reject(new DOMException('x', 'SecurityError'));
  });
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`http://127.0.0.1:${(slide.address() as AddressInfo).port}/`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-lesson-open=lab-09-2]')).toBeVisible();
  await expect(frame.getByText('3/10', { exact: true })).toBeVisible();
  await expect(frame.locator('aside button[data-kind]')).toHaveCount(0);
  await expect(frame.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await frame.locator('[data-tour=train]').click();
  await expect(frame.locator('[data-card-done]')).toBeVisible();
  await expect(frame.locator('[data-stat=step] [data-value]')).toHaveText('500');
  expect(errors).toEqual([]);
  slide.close();
});
