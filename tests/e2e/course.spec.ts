import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { nodes, nodesOf, stat, stepOf, tab, visit, wire, wires } from './page.ts';

/** The strip of cards. */
const strip = (page: Page): Locator => page.locator('[data-lesson-open]');
const lessonOpen = (page: Page, id: string): Locator => page.locator(`[data-lesson-open=${id}]`);
const title = (page: Page): Locator => strip(page).getByRole('heading', { level: 2 });
const next = (page: Page): Locator => strip(page).locator('[data-card-step=next]');
const dots = (page: Page): Locator => strip(page).locator('button[data-done]');
const isDone = (page: Page): Locator => strip(page).locator('[data-card-done]');
const trainButton = (page: Page): Locator => page.locator('[data-tour=train]');
/** The place of the card on screen: `3/10`. */
const place = (page: Page, text: string) =>
  expect(strip(page).getByText(text, { exact: true })).toBeVisible();

async function findSerious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes: found }) => found.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const worked = {
  en: {
    locale: 'en-US',
    first: 'Will two hidden units be enough?',
    left: 'step 0 of 500',
    last: 'Was it luck?',
    draw: 'Draw them from N(0, 1)',
  },
  ko: {
    locale: 'ko-KR',
    first: '은닉 유닛 두 개면 될까요?',
    left: '스텝 500 가운데 0',
    last: '운이 좋았던 걸까요?',
    draw: 'N(0, 1)에서 새로 뽑기',
  },
} as const;

for (const [language, words] of Object.entries(worked)) {
  test.describe(() => {
    test.use({ locale: words.locale });

    test(`lab-09-2 is worked through card by card, ${language}`, async ({ page }) => {
      await page.goto('/');
      await expect(title(page)).toContainText(words.first);

      // Predict: the answer comes only after a choice, and marks the right one.
      await expect(strip(page).locator('[data-card-answer]')).toHaveCount(0);
      await strip(page).locator('[data-choice="2"]').click();
      await expect(strip(page).locator('[data-card-answer]')).toBeVisible();
      await expect(strip(page).locator('[data-choice="2"]')).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await expect(dots(page)).toHaveCount(1);

      // Explain: points at the layer it speaks of, with formulas.
      await next(page).click();
      await expect(page.locator('.react-flow__node[data-id=dense1]')).toHaveAttribute(
        'data-pointed',
      );
      await expect(strip(page).locator('math').first()).toBeAttached();

      // Do: waits until the run is really there, and the run rests for the card.
      await next(page).click();
      await expect(dots(page)).toHaveCount(2);
      await expect(strip(page).locator('[data-card-missing]')).toContainText(words.left);
      await expect(trainButton(page)).toHaveAttribute('data-pointed');
      await trainButton(page).click();
      await expect(isDone(page)).toBeVisible();
      await expect(stat(page, 'step')).toHaveText('500');
      await expect(stat(page, 'loss')).toHaveText('0.6890');

      await page.keyboard.press('PageDown');
      await place(page, '4/10');
      await strip(page).locator('[data-choice="2"]').click();
      await page.keyboard.press('PageDown');
      await place(page, '5/10');
      await trainButton(page).click();
      await expect(isDone(page)).toBeVisible();
      await expect(stat(page, 'step')).toHaveText('2,500');
      await expect(stat(page, 'accuracy')).toHaveText('100 %');

      await page.keyboard.press('PageDown');
      await page.keyboard.press('PageDown');
      await place(page, '7/10');
      await trainButton(page).click();
      await expect(isDone(page)).toBeVisible();
      await expect(stat(page, 'step')).toHaveText('10,001');
      await expect(stat(page, 'loss')).toHaveText('0.0138');

      await page.keyboard.press('PageDown');
      const table = page.locator('[data-picture=truth-table] tbody tr td:nth-child(4)');
      await expect(table).toHaveText(['0.0134', '0.9817', '0.9881', '0.0114']);

      // Try further: three starts of one's own.
      await page.keyboard.press('PageDown');
      await expect(title(page)).toContainText(words.last);
      await page.locator('[data-tour=new-seed]').click();
      await page.getByRole('button', { name: words.draw }).click();
      for (let start = 0; start < 3 && !(await isDone(page).isVisible()); start++) {
        await page.locator('[data-tour=reset]').click();
        await expect(stat(page, 'step')).toHaveText('0');
        await trainButton(page).click();
        await expect(stat(page, 'step')).toHaveText('10,001');
      }
      await expect(isDone(page)).toBeVisible();

      // The hidden layer is pulled out by hand: one neuron is stuck at ln 2.
      await page.keyboard.press('PageDown');
      for (const kind of ['dense', 'sigmoid']) {
        await nodesOf(page, kind).first().click();
        await page.keyboard.press('Delete');
      }
      await expect(nodes(page)).toHaveCount(4);
      await wire(page, nodesOf(page, 'points'), nodesOf(page, 'dense'));
      await page.locator('[data-tour=reset]').click();
      await expect(stat(page, 'step')).toHaveText('0');
      await expect(strip(page).locator('[data-card-missing]')).toContainText('2,000');
      await trainButton(page).click();
      await expect(isDone(page)).toBeVisible();
      await expect(stat(page, 'step')).toHaveText('2,000');
      await expect(stat(page, 'loss')).toHaveText('0.6931');
      await expect(dots(page)).toHaveCount(10);

      // What was done stays done over a reload, and the course shows it.
      await page.reload();
      await place(page, '10/10');
      await expect(dots(page)).toHaveCount(10);
      await page.locator('[data-tab=lessons]').click();
      await expect(page.locator('[data-lesson=lab-09-2]')).toContainText(
        language === 'ko' ? '마쳤어요' : 'finished',
      );
      // Back to the start, with the questions open again.
      await strip(page).locator('header button').nth(10).click();
      await place(page, '1/10');
      await expect(strip(page).locator('[data-card-answer]')).toHaveCount(0);
      await expect(dots(page)).toHaveCount(10);
      await expect(nodes(page)).toHaveCount(6);
      await expect(nodesOf(page, 'dense').first()).toContainText('2×2 + 2 = 6');
      await expect(stat(page, 'loss')).toHaveText('0.7584');
    });
  });
}

test('a card can be left undone, and its condition made true by a press', async ({ page }) => {
  await page.goto('/?lesson=lab-09-3&card=9');
  await expect(strip(page).locator('[data-card-missing] li')).toHaveCount(4);
  await strip(page).getByRole('button', { name: 'Do it for me' }).click();
  await expect(page.locator('[data-tour=optimizer]')).toHaveText('Adam');
  await expect(page.getByRole('textbox', { name: 'learning rate' })).toHaveValue('0.01');
  await expect(strip(page).locator('[data-card-missing] li')).toHaveCount(2);
  await trainButton(page).click();
  await expect(isDone(page)).toBeVisible();
  await expect(stat(page, 'step')).toHaveText('500');
  // Starting again brings the preset back; what was set is one step back.
  await strip(page).getByRole('button', { name: 'Start this lesson again' }).click();
  await expect(page.locator('[data-tour=optimizer]')).toHaveText('SGD');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('[data-tour=optimizer]')).toHaveText('Adam');
});

test('a lesson that starts again has its layers where they stood, too', async ({ page }) => {
  await page.goto('/?lesson=lab-09-2');
  const loss = page.locator('.react-flow__node', { has: page.locator('[data-kind=loss]') });
  await expect(loss).toBeVisible();
  const place = () => loss.evaluate(({ style }) => style.transform);
  const before = await place();
  await loss.locator('header').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(place).not.toBe(before);
  const moved = await place();
  await strip(page).getByRole('button', { name: 'Start this lesson again' }).click();
  await expect.poll(place).toBe(before);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(place).toBe(moved);
});

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

for (const scheme of ['light', 'dark'] as const) {
  test(`the course: search, time line, lessons, and no serious accessibility finding, ${scheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto('/');
    await expect(title(page)).toBeVisible();
    expect(await findSerious(page), 'cards').toEqual([]);
    await strip(page).locator('[data-choice="1"]').click();
    await expect(strip(page).locator('[data-card-answer]')).toBeVisible();
    expect(await findSerious(page), 'answer').toEqual([]);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const course = page.getByRole('dialog');
    await expect(course.locator('[data-entry]')).toHaveCount(40);
    await course.getByText('Seventy years in one line').click();
    await expect(course.getByText('McCulloch and Pitts')).toBeVisible();
    expect(await findSerious(page), 'course').toEqual([]);
    const search = course.getByRole('searchbox');
    await search.fill('드롭아웃');
    await expect(course.locator('[data-entry="Lec 10-3"]')).toBeVisible();
    await expect(course.locator('[data-entry="Lab 02"]')).toHaveCount(0);
    await search.fill('nothing of the kind');
    await expect(course.locator('[data-entry]')).toHaveCount(0);
    await search.fill('');
    await course.getByText('Seventy years in one line').click();
    await course
      .getByRole('button', { name: /^Open XOR with one neuron/ })
      .first()
      .click();
    await expect(lessonOpen(page, 'lab-09-1')).toBeVisible();
  });
}

test('another lesson keeps its own place, and the panel shows where the person is', async ({
  page,
}) => {
  await page.goto('/');
  await next(page).click();
  await place(page, '2/10');
  await tab(page, 'Lessons').click();
  await expect(page.locator('[data-lesson=lab-09-2]')).toHaveAttribute('aria-current', 'true');
  await page.locator('[data-lesson=lab-09-3]').click();
  await place(page, '1/9');
  expect(await stepOf(page)).toBe(0);
  await page.locator('[data-lesson=lab-09-2]').click();
  await place(page, '2/10');
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
