import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  drag,
  nodes,
  nodesOf,
  openLesson,
  pace,
  pause,
  stat,
  stepOf,
  train,
  unfold,
  visit,
} from './page.ts';

test('a weight is pressed, typed, frozen and trained: it stays; undo lets it go', async ({
  page,
}) => {
  await visit(page);
  const dense = nodesOf(page, 'dense').first();
  const strip = dense.getByTestId('weight-strip');
  const editor = page.getByRole('region', { name: 'A weight of Dense' });
  const value = editor.getByRole('textbox', { name: 'Value of W[1, 1]' });
  // Nothing is drawn before the first picture has come.
  await expect
    .poll(async () => {
      await press(page, strip);
      return editor.count();
    })
    .toBe(1);
  await expect(editor).toContainText('from input 1 into unit 1');
  await value.fill('1.5');
  await value.press('Enter');
  await expect(value).toHaveValue('1.5');
  const freeze = editor.getByRole('switch', { name: 'Freeze W[1, 1]' });
  await freeze.click();
  await expect(freeze).toBeChecked();

  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(300);
  if (await pause(page).isVisible()) await pause(page).click();
  await press(page, strip);
  await expect(value).toHaveValue('1.5');
  await expect(freeze).toBeChecked();
  // Its neighbour was trained.
  await editor.getByRole('button', { name: 'The weight after' }).click();
  await expect(editor).toContainText('W[1, 2]');
  await expect(editor).toContainText('from input 1 into unit 2');
  await expect(editor.getByRole('switch')).not.toBeChecked();

  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await press(page, strip);
  await expect(freeze).not.toBeChecked();
  await page.keyboard.press('Escape');
  await page.locator('[data-tour=reset]').click();
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(300);
  if (await pause(page).isVisible()) await pause(page).click();
  await press(page, strip);
  await expect(value).not.toHaveValue('1.5');
});

test('a weight is opened, set and pulled by key, in one run of its own', async ({ page }) => {
  await visit(page);
  await nodesOf(page, 'dense').first().locator('header').click();
  await page.keyboard.press('u');
  await expect(page.getByTestId('weight-strip').first()).toBeFocused();
  const editor = page.getByRole('region', { name: 'A weight of Dense' });
  await expect
    .poll(async () => {
      await page.keyboard.press('Enter');
      return editor.count();
    })
    .toBe(1);
  const value = editor.getByRole('textbox', { name: 'Value of W[1, 1]' });
  await expect(value).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  const slider = editor.getByRole('slider', { name: 'Pull W[1, 1]' });
  await expect
    .poll(async () => Number(await slider.getAttribute('aria-valuenow')))
    .toBeCloseTo(0.5);
  await slider.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await value.inputValue())).toBeGreaterThan(0.5);
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await expect(page.locator('.react-flow__node').nth(1)).toBeFocused();
});

test('a weight that is open while it trains stands still to be typed, and gives the live number back', async ({
  page,
}) => {
  await visit(page);
  const strip = nodesOf(page, 'dense').first().getByTestId('weight-strip');
  const editor = page.getByRole('region', { name: 'A weight of Dense' });
  const value = editor.getByRole('textbox', { name: 'Value of W[1, 1]' });
  await expect
    .poll(async () => {
      await press(page, strip);
      return editor.count();
    })
    .toBe(1);
  await pace(page).selectOption('60');
  await expect(editor).toBeVisible();
  await train(page).click();
  // It stays while it trains, and goes with the run.
  await expect.poll(() => stepOf(page)).toBeGreaterThan(20);
  const first = await value.inputValue();
  await expect(value).not.toHaveValue(first);

  await value.click();
  const held = await value.inputValue();
  const step = await stepOf(page);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(step + 30);
  await expect(value).toHaveValue(held);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2x');
  await expect(editor.getByRole('alert')).toContainText('Give a number from -1000000 to 1000000.');
  await page.keyboard.press('Escape');
  await expect(editor.getByRole('alert')).toHaveCount(0);
  await expect(value).not.toHaveValue('2x');
  const live = await value.inputValue();
  await expect(value).not.toHaveValue(live);

  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('-2');
  await expect(value).toHaveValue('-2');
  await page.keyboard.press('Enter');
  const slider = editor.getByRole('slider', { name: 'Pull W[1, 1]' });
  await expect
    .poll(async () => Number(await slider.getAttribute('aria-valuenow')))
    .toBeLessThan(-1);

  // What is pulled over other nodes pulls the number, and none of them.
  const places = await placesOf(page);
  await train(page).or(pause(page)).click();
  const thumb = await slider.boundingBox();
  if (!thumb) throw new Error('no slider');
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await drag(page, { x, y }, { x: x + 40, y });
  await expect(editor).toBeVisible();
  expect(await placesOf(page)).toEqual(places);
});

for (const { locale, words } of [
  { locale: 'en-US', words: { says: 'steps count from 0 again' } },
  { locale: 'ko-KR', words: { says: '스텝을 0부터 다시 세고' } },
]) {
  test.describe(() => {
    test.use({ locale });
    test(`a weight that was set by hand says what that did, and gives the run before back, ${locale}`, async ({
      page,
    }) => {
      await openLesson(page, 'lab-09-2');
      const strip = nodesOf(page, 'dense').first().getByTestId('weight-strip');
      const editor = page.getByTestId('weight-editor');
      const value = editor.getByRole('textbox');
      const back = page.getByTestId('weight-back');
      for (let i = 0; i < 3; i++) await page.locator('[data-tour=step]').click();
      await expect(stat(page, 'step')).toHaveText('3');
      const loss = await stat(page, 'loss').innerText();
      await expect
        .poll(async () => {
          await press(page, strip);
          return editor.count();
        })
        .toBe(1);
      await expect(back).toHaveCount(0);
      const place = async () => {
        const box = await editor.boundingBox();
        return [box?.x, box?.y];
      };
      const before = await place();
      const trained = await value.inputValue();
      for (const number of ['1.5', '-4']) {
        await value.fill(number);
        await value.press('Enter');
        await expect(stat(page, 'step')).toHaveText('0');
        await expect(editor).toContainText(words.says);
        await expect(page.getByTestId('said')).toContainText(number.replace('-', '−'));
      }
      // Both numbers were tried from the same run: it is that which comes back, with its steps.
      await expect(stat(page, 'loss')).not.toHaveText(loss);
      await expect(back).toContainText('3');
      // What is written at last has not moved the card under the hand.
      expect(await place()).toEqual(before);
      await back.click();
      await expect(stat(page, 'step')).toHaveText('3');
      await expect(stat(page, 'loss')).toHaveText(loss);
      await expect(value).toHaveValue(trained);
      await expect(back).toHaveCount(0);
      // The button is gone, and has not taken the focus with it.
      await expect(value).toBeFocused();
    });
  });
}

/** A weight of the first dense layer, the card in which it is set, and how that is opened. */
function firstWeight(page: Page) {
  const strip = nodesOf(page, 'dense').first().getByTestId('weight-strip');
  const editor = page.getByTestId('weight-editor');
  return {
    editor,
    value: editor.getByRole('textbox'),
    back: page.getByTestId('weight-back'),
    open: () =>
      expect
        .poll(async () => {
          await press(page, strip);
          return editor.count();
        })
        .toBe(1),
  };
}

test('a number that was set by hand is gone back to in the network on screen, and not from a run that began anew', async ({
  page,
}) => {
  await openLesson(page, 'lab-09-2');
  const { editor, value, back, open } = firstWeight(page);
  for (let i = 0; i < 3; i++) await page.locator('[data-tour=step]').click();
  await expect(stat(page, 'step')).toHaveText('3');
  await open();
  const trained = await value.inputValue();
  await value.fill('-4');
  await value.press('Enter');
  await expect(back).toContainText('3');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);

  // A node more: going back to a number takes none away.
  const before = await nodes(page).count();
  await nodesOf(page, 'dense').first().locator('header').click();
  await expect
    .poll(async () => {
      await page.keyboard.press('ControlOrMeta+d');
      return nodes(page).count();
    })
    .toBeGreaterThan(before);
  const more = await nodes(page).count();
  await open();
  await expect(value).toHaveValue('-4');
  await back.click();
  await expect(value).toHaveValue(trained);
  await expect(value).toBeFocused();
  await expect(stat(page, 'step')).toHaveText('3');
  await expect(nodes(page)).toHaveCount(more);

  // A run that made an update is kept; reset leaves it, and what was set by hand after it.
  await page.locator('[data-tour=step]').click();
  await expect(stat(page, 'step')).toHaveText('4');
  await value.fill('2');
  await value.press('Enter');
  await expect(back).toContainText('4');
  await page.locator('[data-tour=reset]').click();
  await expect(value).not.toHaveValue('2');
  await expect(editor).toContainText('A number set here begins a new run at step 0.');
  await expect(back).toHaveCount(0);
});

test('a run that is taken up has no way back to one that it did not come from', async ({
  page,
}) => {
  await openLesson(page, 'lab-09-2');
  const { editor, value, back, open } = firstWeight(page);
  const step = page.locator('[data-tour=step]');
  for (let i = 0; i < 3; i++) await step.click();
  await expect(stat(page, 'step')).toHaveText('3');
  await open();
  await value.fill('-4');
  await value.press('Enter');
  await expect(back).toContainText('3');
  // A run of its own, from the seed, and then the first one once more.
  await page.locator('[data-tour=reset]').click();
  await expect(value).not.toHaveValue('-4');
  for (let i = 0; i < 2; i++) await step.click();
  await expect(stat(page, 'step')).toHaveText('2');
  await unfold(page, 'runs');
  const rows = page.locator('[data-picture=runs] [data-run]');
  await expect(rows).toHaveCount(2);
  for (const [run, steps] of [
    ['1', '3'],
    ['2', '2'],
  ]) {
    await page.getByRole('button', { name: new RegExp(`^Take up run ${run}`) }).click();
    await expect(stat(page, 'step')).toHaveText(steps ?? '');
  }
  await open();
  await expect(value).not.toHaveValue('-4');
  await expect(back).toHaveCount(0);
  await expect(editor).toContainText('A number set here begins a new run at step 0.');
});

test('on a phone the node of a weight that is open stays in sight', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await openLesson(page, 'lab-09-2');
  for (const at of [0, 1]) {
    const node = nodesOf(page, 'dense').nth(at);
    const editor = page.getByTestId('weight-editor');
    await expect
      .poll(async () => {
        await press(page, node.getByTestId('weight-strip'), at === 0 ? 0.2 : 0.3);
        return editor.count();
      })
      .toBe(1);
    await expect(editor).toBeVisible();
    const [card, own] = [await editor.boundingBox(), await node.boundingBox()];
    if (!card || !own) throw new Error('not on screen');
    const isBeside = card.x >= own.x + own.width || card.x + card.width <= own.x;
    const isBelow = card.y >= own.y + own.height || card.y + card.height <= own.y;
    expect(isBeside || isBelow).toBe(true);
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(375);
    await page.keyboard.press('Escape');
    await expect(editor).toHaveCount(0);
  }
});

/** Where all nodes are on the canvas. */
const placesOf = (page: Page): Promise<(string | null)[]> =>
  nodes(page).evaluateAll((all) => all.map((node) => node.getAttribute('style')));

/** Presses the wire from the first input to the first unit, which is so far across. */
async function press(page: Page, strip: Locator, across = 0.2): Promise<void> {
  const box = await strip.boundingBox();
  if (!box) throw new Error('no weights');
  await page.mouse.click(box.x + across * box.width, box.y + 0.43 * box.height);
}
