import { expect, type Locator, type Page, test } from '@playwright/test';
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
import { nodes, nodesOf, stat, stepOf, tab, wire } from './page.ts';

const next = (page: Page): Locator => strip(page).locator('[data-card-step=next]');

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
