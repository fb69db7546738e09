import { expect, type Page, test } from '@playwright/test';
import { residualNetwork } from '../support/graphs.ts';
import { openGraph, openLesson, startEmpty, stat, tab } from './page.ts';

const stage = (page: Page) => page.getByTestId('walk-stage');
const said = (page: Page) => page.getByTestId('said');
const formula = (page: Page) => page.getByTestId('walk-formula');

/** Goes on by key until a stop of that number, counted from 0, has come with its numbers. */
async function goTo(page: Page, at: number): Promise<void> {
  while (Number(await stage(page).getAttribute('data-at')) < at) {
    const before = Number(await stage(page).getAttribute('data-at'));
    await page.keyboard.press(']');
    await expect(stage(page)).toHaveAttribute('data-at', String(before + 1));
  }
  await expect(stage(page)).toHaveAttribute('data-here', 'true');
}

/** Numbers at a node or on a wire of the canvas. */
const atNode = (page: Page, id: string) => page.locator(`[data-walk-node="${id}"]`);

for (const { locale, words } of [
  {
    locale: 'en-US',
    words: {
      first: 'Forward: Points',
      loss: 'The loss. 0.7584',
      back: 'Back: from the loss to Sigmoid (sigmoid2)',
      done: 'The update is done',
      stop: 'Stop 1 of 20',
    },
  },
  {
    locale: 'ko-KR',
    words: {
      first: '순전파: 점',
      loss: '비용. 0.7584',
      back: '역전파: 비용에서 시그모이드 (sigmoid2)',
      done: '업데이트가 끝났어요',
      stop: '20단계 중 1단계',
    },
  },
]) {
  test.describe(() => {
    test.use({ locale });
    test(`one update of lab-09-2 is walked through by key, ${locale}`, async ({ page }) => {
      await openLesson(page, 'lab-09-2');
      await page.keyboard.press('w');
      await expect(stage(page)).toContainText(words.first);
      await expect(said(page)).toContainText(words.stop);

      // Forward: σ(0.4585) of the first row and first unit.
      await goTo(page, 2);
      await expect(formula(page)).toContainText('0.6127');
      await expect(atNode(page, 'sigmoid1')).toContainText('0.6127');
      await expect(atNode(page, 'dense2')).toHaveCount(0);

      await goTo(page, 5);
      await expect(said(page)).toContainText(words.loss);
      await expect(page.getByTestId('walk-loss')).toContainText('0.7584');

      // Back: ∂L/∂H = 1/4 · 1/(1 − 0.6873) for the first row, whose label is 0.
      await goTo(page, 6);
      await expect(stage(page)).toContainText(words.back);
      await expect(formula(page)).toContainText('0.7994');
      await page.keyboard.press('[');
      await expect(stage(page)).toHaveAttribute('data-stage', 'cost');

      // ∂L/∂W: four rows, what went in times the slope behind.
      await goTo(page, 12);
      await expect(page.getByTestId('walk-sum')).toContainText('0.0383');
      await expect(atNode(page, 'dense1')).toContainText('0.0383');

      // w − η·g, and then the step itself.
      await goTo(page, 15);
      await expect(formula(page)).toContainText('0.7989');
      await expect(stat(page, 'step')).toHaveText('0');
      await goTo(page, 19);
      await expect(said(page)).toContainText(words.done);
      await expect(page.getByTestId('walk-done')).toContainText('0.8027 → 0.7989');
      await expect(stat(page, 'step')).toHaveText('1');
      await expect(stat(page, 'loss')).toHaveText('0.7539');

      // On to the next one, from the new weights.
      await page.keyboard.press(']');
      await expect(stage(page)).toHaveAttribute('data-stage', 'value');
      await goTo(page, 5);
      await expect(said(page)).toContainText('0.7539');
      await page.keyboard.press('w');
      await expect(stage(page)).toHaveCount(0);
      await expect(page.locator('[data-walk-node]')).toHaveCount(0);
    });
  });
}

test('a walk shows all numbers at once, follows a row, and goes on by itself', async ({ page }) => {
  await openLesson(page, 'lab-09-2');
  await page.locator('[data-tour=walk]').click();
  await expect(stage(page)).toHaveAttribute('data-here', 'true');
  await page.keyboard.press('}');
  await expect(stage(page)).toHaveAttribute('data-at', '18');
  await page.locator('[data-walk=back]').first().focus();
  for (let i = 18; i > 2; i--) {
    await page.keyboard.press('ArrowLeft');
    await expect(stage(page)).toHaveAttribute('data-at', String(i - 1));
  }
  await page.getByRole('combobox', { name: 'Rows to follow' }).selectOption({ label: 'Row 3' });
  // Row 3 is (1, 0): σ(0.4585 + 0.8027) = 0.7792.
  await expect(formula(page)).toContainText('0.7792');
  await expect(atNode(page, 'sigmoid1')).not.toContainText('0.6127');
  await page.locator('[data-walk=play]').first().click();
  await expect(stage(page)).toHaveAttribute('data-at', '4');
  await page.locator('[data-walk=play]').first().click();
});

test('a finite difference stands beside the derivative', async ({ page }) => {
  await openLesson(page, 'lab-09-2');
  await page.keyboard.press('w');
  await goTo(page, 12);
  await page.getByRole('switch', { name: 'Finite difference beside it' }).click();
  const both = page.getByTestId('walk-difference').locator('dd');
  await expect(both).toHaveText(['0.0383', '0.0383']);
  await expect(stat(page, 'step')).toHaveText('0');
});

test('what comes back through two wires is added up', async ({ page }) => {
  await startEmpty(page);
  await openGraph(page, residualNetwork({ dataset: 'xor' }, 2));
  await expect(stat(page, 'loss')).not.toHaveText('–');
  await page.keyboard.press('w');
  const branches = page.getByTestId('walk-branches');
  await expect(stage(page)).toHaveAttribute('data-here', 'true');
  for (let at = 1; (await branches.locator('dd').count()) < 3; at++) {
    await goTo(page, at);
    expect(at).toBeLessThan(25);
  }
  const [through, beside, sum] = (await branches.locator('dd').allInnerTexts()).map((text) =>
    Number(text.replace('−', '-')),
  );
  expect((through ?? 0) + (beside ?? 0)).toBeCloseTo(sum ?? Number.NaN, 3);
  await expect(page.locator('[data-walk-wire="bend>sum"]')).toBeVisible();
  await expect(page.locator('[data-walk-wire="bend>second"]')).toBeVisible();
});

test('training goes before a walk: it says so, and begins anew after it', async ({ page }) => {
  await openLesson(page, 'lab-09-2');
  await page.keyboard.press('w');
  await goTo(page, 3);
  await page.locator('[data-tour=step]').click();
  await expect(stat(page, 'step')).toHaveText('1');
  await goTo(page, 5);
  await expect(said(page)).toContainText('0.7539');
  await tab(page, 'Train').click();
  // The panel is not in sight: the walk has a bar of its own.
  await expect(page.getByTestId('walk-bar')).toBeVisible();
});
