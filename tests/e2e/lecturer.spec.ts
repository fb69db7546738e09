import { expect, type Locator, test } from '@playwright/test';
import {
  dots,
  findSerious,
  isDone,
  lessonOpen,
  place,
  strip,
  title,
  trainButton,
} from './course-page.ts';
import { nodes, nodesOf, stat, wires } from './page.ts';

test('lecturer’s mode goes through lab-09-1 and on into lab-09-2 with three keys at 1280×720', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/?lesson=lab-09-1');
  await place(page, '1/9');
  await page.keyboard.press('p');
  await expect(strip(page).getByRole('toolbar')).toBeVisible();
  await expect(page.locator('aside button[data-kind]')).toHaveCount(0);
  expect(await findSerious(page)).toEqual([]);

  const act = strip(page).locator('[data-stage-action]');
  const visited = new Set<string>();
  for (let press = 0; press < 60; press++) {
    const [id, here] = await strip(page).evaluate((element) => [
      element.getAttribute('data-lesson-open') ?? '',
      element.querySelector('h2')?.textContent ?? '',
    ]);
    if (id === 'lab-09-2' || here === undefined) break;
    if (!visited.has(here)) {
      visited.add(here);
      // A question shows its answer, a task is trained; all with one key.
      if ((await act.getAttribute('data-stage-action')) === 'answer') {
        await page.keyboard.press(' ');
        await expect(strip(page).locator('[data-card-answer]')).toBeVisible();
      }
      // What the card asks for is set, then trained.
      if ((await act.getAttribute('data-stage-action')) === 'make') {
        await page.keyboard.press(' ');
        await expect(act).toHaveAttribute('data-stage-action', 'train');
      }
      if (await strip(page).locator('[data-card-missing]').isVisible()) {
        await page.keyboard.press(' ');
        await expect(isDone(page)).toBeVisible();
      }
    }
    await page.keyboard.press('ArrowRight');
  }
  expect(visited.size).toBe(9);
  await expect(lessonOpen(page, 'lab-09-2')).toBeVisible();
  await place(page, '1/10');
  await page.keyboard.press('ArrowLeft');
  await expect(lessonOpen(page, 'lab-09-1')).toBeVisible();
  await place(page, '9/9');
  await expect(dots(page)).toHaveCount(9);

  // Nothing happens to the network by accident.
  const before = await wires(page).count();
  await nodesOf(page, 'dense').first().locator('header').click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+z');
  await page.getByTestId('boundary').click({ position: { x: 60, y: 60 } });
  expect(await wires(page).count()).toBe(before);
  await expect(page.locator('[data-picture=truth-table] tbody tr')).toHaveCount(4);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  expect(await findSerious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('aside button[data-kind]').first()).toBeVisible();
});

test('what a lecturer projects is large, and fits 1280×720', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/?lesson=lab-09-2&card=5&present=yes');
  await place(page, '5/10');
  const heightOf = async (target: Locator): Promise<number> =>
    target.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getClientRects()[0]?.height ?? 0;
    });
  // The line of a card's text, and a figure of the run bar, in pixels of the screen.
  expect(await heightOf(strip(page).locator('article p').first())).toBeGreaterThan(20);
  await expect(stat(page, 'accuracy')).toBeVisible();
  const run = page.getByRole('region', { name: 'Training' });
  for (const target of [strip(page), run, stat(page, 'loss'), stat(page, 'accuracy')]) {
    const box = await target.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 1281).toBe(true);
    expect(box && box.y >= 0 && box.y + box.height <= 721).toBe(true);
  }
  // The whole network, of two rows or four, stands above the cards.
  for (const lesson of ['lab-09-1', 'lab-09-2', 'lab-09-3']) {
    await page.goto(`/?lesson=${lesson}&present=yes`);
    await expect(lessonOpen(page, lesson)).toBeVisible();
    const areWhole = async (): Promise<boolean> => {
      const below = await strip(page).boundingBox();
      const boxes = await Promise.all((await nodes(page).all()).map((node) => node.boundingBox()));
      return boxes.every(
        (box) => box && below && box.x > 0 && box.y > 0 && box.y + box.height <= below.y,
      );
    };
    // The pictures in the cards come later, and make them taller.
    await expect(page.getByTestId('unit-maps').first()).toBeVisible();
    await expect.poll(areWhole, lesson).toBe(true);
  }
});

test('a lecturer pulls the hidden layer out with one key, though the graph is locked', async ({
  page,
}) => {
  await page.goto('/?lesson=lab-09-2&card=10&present=yes');
  await place(page, '10/10');
  await expect(nodes(page)).toHaveCount(6);
  await page.keyboard.press(' ');
  await expect(nodes(page)).toHaveCount(4);
  await expect(wires(page)).toHaveCount(3);
  await page.keyboard.press(' ');
  await expect(isDone(page)).toBeVisible();
  await expect(stat(page, 'loss')).toHaveText('0.6931');
});

test('a lesson without cards, or with nothing to train, is a stop on a lecturer’s way', async ({
  page,
}) => {
  await page.goto('/?lesson=lab-08-1&present=yes');
  await expect(lessonOpen(page, 'lab-08-1')).toBeVisible();
  await expect(title(page)).toHaveText(/\S/);
  await page.keyboard.press(' ');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // On to the next lesson, over any text that is longer than its place.
  await expect
    .poll(async () => {
      if (await lessonOpen(page, 'lab-08-2').isVisible()) return true;
      await page.keyboard.press('PageDown');
      return lessonOpen(page, 'lab-08-2').isVisible();
    })
    .toBe(true);
});

test('a lecturer draws other starts with the same key that trains', async ({ page }) => {
  await page.goto('/?lesson=lab-09-2&card=9&present=yes');
  await expect(title(page)).toContainText('Was it luck?');
  const losses = new Set<string>();
  for (let run = 0; run < 3; run++) {
    await expect(stat(page, 'step')).toHaveText('0');
    losses.add(await stat(page, 'loss').innerText());
    await page.keyboard.press(' ');
    await expect(stat(page, 'step')).toHaveText('10,001');
    await expect(trainButton(page)).toHaveAccessibleName('Train');
    if (run < 2) await page.keyboard.press(' ');
  }
  await expect(isDone(page)).toBeVisible();
  // Three starts, and no two alike.
  expect(losses.size).toBe(3);
});
