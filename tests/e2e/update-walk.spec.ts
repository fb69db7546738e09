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
  const check = page.getByRole('switch', { name: 'Finite difference beside it' });
  // The slope of a value within the network: there is nothing to move by hand.
  await goTo(page, 7);
  await expect(stage(page)).toHaveAttribute('data-stage', 'slope');
  await expect(formula(page)).toBeVisible();
  await expect(check).toHaveCount(0);
  await goTo(page, 12);
  await check.click();
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

test('the number whose terms are told is in sight, also in a row that is wider than the panel', async ({
  page,
}) => {
  await openLesson(page, 'lab-09-3');
  await page.keyboard.press('w');
  // What is added to one of ten units.
  await goTo(page, 1);
  const numbers = page.getByTestId('walk-numbers').getByRole('button');
  const choose = async (field: string, place: string) => {
    await page.getByRole('textbox', { name: field, exact: true }).fill(place);
    await page.keyboard.press('Enter');
  };
  await choose('Row', '1');
  for (const unit of [10, 1]) {
    await choose('Unit', String(unit));
    const chosen = numbers.nth(unit - 1);
    await expect(chosen).toHaveAttribute('aria-pressed', 'true');
    await expect(chosen).toBeInViewport({ ratio: 0.99 });
    await expect(numbers.nth(10 - unit)).not.toBeInViewport({ ratio: 0.99 });
  }
});

test('on a phone the buttons of a walk stay under the finger from stop to stop', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLesson(page, 'lab-09-2');
  await page.keyboard.press('w');
  const on = page.getByTestId('walk-bar').locator('[data-walk=on]');
  await expect(stage(page).or(on)).toBeVisible();
  const place = async () => {
    const box = await on.boundingBox();
    return [Math.round(box?.x ?? 0), Math.round(box?.y ?? 0)];
  };
  const first = await place();
  for (let stop = 2; stop <= 10; stop++) {
    await on.click();
    await expect(page.getByTestId('walk-bar')).toContainText(`${stop}/20`);
    expect(await place()).toEqual(first);
  }
});

test('all numbers stay; the update before is gone back to, and looked at as it was', async ({
  page,
}) => {
  await openLesson(page, 'lab-09-2');
  await page.keyboard.press('w');
  await expect(stage(page)).toHaveAttribute('data-here', 'true');
  await page.keyboard.press('}');
  await expect(stage(page)).toHaveAttribute('data-at', '18');
  // What went forward, the slopes, and what is about to change.
  await expect(atNode(page, 'sigmoid1')).toContainText('0.6127');
  await expect(atNode(page, 'dense1')).toContainText('0.0383');
  await expect(atNode(page, 'dense1')).toContainText('0.8027');
  await expect(atNode(page, 'loss')).toContainText('0.7584');

  await page.keyboard.press(']');
  await expect(page.getByTestId('walk-done')).toContainText('0.8027 → 0.7989');
  await expect(atNode(page, 'sigmoid1')).toContainText('0.6127');
  const onward = page.locator('[data-walk=on]');
  await expect(onward).toHaveText('Next update');
  await onward.click();
  await expect(stage(page)).toHaveAttribute('data-at', '0');
  await expect(page.locator('[data-walk=back]')).toBeEnabled();

  await page.keyboard.press('[');
  await expect(stage(page)).toHaveAttribute('data-at', '18');
  await expect(stage(page)).toHaveAttribute('data-here', 'true');
  await expect(stat(page, 'step')).toHaveText('0');
  await expect(atNode(page, 'dense1')).toContainText('0.8027');
  await page.keyboard.press(']');
  await expect(page.getByTestId('walk-done')).toContainText('0.8027 → 0.7989');
  await expect(stat(page, 'step')).toHaveText('1');
  // It is the same update of the same run.
  await expect(page.getByTestId('moment-text').locator('..')).toContainText('Pull to look back');
});

test('arrows lead through a walk and move nothing that the person did not go to', async ({
  page,
}) => {
  const places = () =>
    page.locator('.react-flow__node').evaluateAll((all) => all.map((node) => node.style.transform));
  await openLesson(page, 'lab-09-2');
  const dense = page.locator('.react-flow__node').nth(1);
  await dense.locator('header').click();
  await expect(dense).toBeFocused();
  await page.keyboard.press('w');
  await expect(stage(page)).toHaveAttribute('data-here', 'true');
  const before = await places();
  await page.keyboard.press('ArrowRight');
  await expect(stage(page)).toHaveAttribute('data-at', '1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(stage(page)).toHaveAttribute('data-at', '2');
  await page.keyboard.press('ArrowLeft');
  await expect(stage(page)).toHaveAttribute('data-at', '1');
  expect(await places()).toEqual(before);
  await expect(page.locator('[data-walk=on]')).toHaveAttribute('title', 'On (], →)');

  // A stop's heading and formula come into view, wherever the panel is.
  await page.getByRole('tabpanel').last().hover();
  await page.mouse.wheel(0, 2000);
  await expect(stage(page)).not.toBeInViewport();
  await page.keyboard.press('ArrowRight');
  await expect(stage(page)).toHaveAttribute('data-at', '2');
  await expect(stage(page)).toBeInViewport({ ratio: 1 });
  await expect(formula(page)).toBeInViewport({ ratio: 1 });

  // Gone to, a node is moved by its arrows, and undo takes all of that back.
  await dense.locator('header').click();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect(stage(page)).toHaveAttribute('data-at', '2');
  await expect.poll(places).not.toEqual(before);
  const moved = await places();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(places).not.toEqual(moved);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(places).toEqual(before);
});

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 375, height: 740 },
]) {
  test(`all numbers of a batch cover no node, and all are seen, at ${width} × ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openLesson(page, 'lab-09-2');
    await page.keyboard.press('w');
    const chips = page.locator('[data-walk-chip]');
    await expect(chips).toHaveCount(1);
    await page.keyboard.press('}');
    await expect(chips).toHaveCount(6);
    const covered = () =>
      page.evaluate(() => {
        const boxes = (selector: string) =>
          Array.from(document.querySelectorAll(selector), (found) => found.getBoundingClientRect());
        const cross = (a: DOMRect, b: DOMRect) =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
        const numbers = boxes('[data-walk-chip]');
        const over = boxes('.react-flow__node, [data-testid=walk-bar]');
        return {
          crossing: numbers.filter((a) => over.some((b) => cross(a, b))).length,
          above: numbers.filter((a, i) => numbers.slice(i + 1).some((b) => cross(a, b))).length,
          unseen: numbers.filter(
            ({ left, right, top, bottom }) =>
              !canvas ||
              left < canvas.left ||
              right > canvas.right ||
              top < canvas.top ||
              bottom > canvas.bottom,
          ).length,
        };
      });
    await expect.poll(covered).toEqual({ crossing: 0, above: 0, unseen: 0 });
  });
}
