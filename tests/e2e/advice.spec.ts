import { expect, test, type Worker } from '@playwright/test';
import { nodes, nodesOf, pace, stat, tab, train } from './page.ts';

/** The worker that looks for a learning rate. */
const isSearching = (worker: Worker): boolean => /rate\.worker/.test(worker.url());

test('what one neuron on XOR cannot do is said once, and the hidden layer is one press', async ({
  page,
}) => {
  await page.goto('/?lesson=lab-09-1');
  await expect(nodes(page)).toHaveCount(4);
  await train(page).click();
  const advice = page.locator('[data-advice=stuck]');
  await expect(advice).toContainText('ln 2 = 0.6931');
  await expect(page.getByTestId('said')).toContainText('Stuck at ln 2');

  // Put aside, it waits in the list, and the run bar is quiet.
  await expect(page.getByTestId('advice-button')).toHaveText('1');
  await page.getByRole('button', { name: 'Put aside: Stuck at ln 2' }).click();
  await expect(advice).toHaveCount(0);
  await expect(page.getByTestId('advice-button')).toHaveCount(0);
  await page.getByRole('button', { name: 'Put aside (1)' }).click();
  await expect(advice).toBeVisible();
  await page.getByRole('button', { name: 'Bring back: Stuck at ln 2' }).click();

  // From any page of the panel the run bar leads there.
  await tab(page, 'Train').click();
  await page.getByTestId('advice-button').click();
  await advice.getByRole('button', { name: /^Insert a hidden layer of 4 units/ }).click();
  await expect(nodes(page)).toHaveCount(6);
  await expect(stat(page, 'step')).toHaveText('0');
  await expect(advice).toHaveCount(0);
  await expect(train(page)).toBeFocused();

  await train(page).click();
  await expect(stat(page, 'accuracy')).toHaveText('100 %');
  await page.keyboard.press('Control+z');
  await expect(nodes(page)).toHaveCount(4);
});

test('a learning rate is looked for on a copy, and set with one press', async ({ page }) => {
  await page.goto('/?lesson=lab-02-1');
  await expect(nodes(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await expect(stat(page, 'step')).toHaveText('1');
  const loss = await stat(page, 'loss').innerText();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('learning rate finder');
  await expect(
    page.getByRole('option', { name: /^Find a learning rate/, selected: true }),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /^Loss against the learning rate/ })).toBeVisible();
  // The run is where it was.
  await expect(stat(page, 'step')).toHaveText('1');
  await expect(stat(page, 'loss')).toHaveText(loss);
  const set = page.getByRole('button', { name: /^Set the learning rate to/ });
  const rate = (await set.innerText()).replace('Set the learning rate to ', '');
  await set.click();
  const field = page.getByRole('textbox', { name: 'learning rate' });
  await expect(field).toHaveValue(rate);
  // It stays where the rate alone is another.
  await expect(set).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('0.01');
  // Of another rule it says nothing.
  await page.getByRole('tab', { name: 'Train', exact: true }).click();
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam');
  await page.getByRole('tab', { name: 'See', exact: true }).click();
  await expect(page.locator('[data-picture=rate-finder]')).toContainText('Find a learning rate');
  await expect(set).toHaveCount(0);
});

test('a search for a rate is called off, and leaves the run and the way to search again', async ({
  page,
}) => {
  await page.goto('/?lesson=lab-11-2');
  await expect(stat(page, 'loss')).not.toHaveText('–', { timeout: 60_000 });
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('learning rate finder');
  await page.keyboard.press('Enter');
  const finder = page.locator('[data-picture=rate-finder]');
  const stop = finder.getByRole('button', { name: 'Stop the search' });
  await expect(stop).toBeVisible();
  await expect.poll(() => page.workers().filter(isSearching).length).toBe(1);
  await stop.click();
  await expect(stop).toHaveCount(0);
  await expect.poll(() => page.workers().filter(isSearching).length).toBe(0);
  await expect(finder.getByRole('alert')).toHaveCount(0);
  await expect(finder.getByRole('button', { name: /^(Search|Find)/ })).toBeEnabled();
  await expect(stat(page, 'step')).toHaveText('0');
});

for (const speed of ['1000', '0']) {
  test(`at ${speed} updates a second, a net that learns by heart is told the same`, async ({
    page,
  }) => {
    await page.goto('/?lesson=lec-07-overfit');
    await expect(stat(page, 'loss')).toHaveText(/0\.6/);
    await pace(page).selectOption(speed);
    await train(page).click();
    await expect(stat(page, 'step')).toHaveText('1,000', { timeout: 30_000 });
    const advice = page.locator('[data-advice=overfitting]');
    await expect(advice).toContainText('The test loss was lowest at update 27: 0.2962.');
    await expect(advice.getByRole('button', { name: /stop at update 27/ })).toBeVisible();
    await expect(page.getByTestId('advice-button')).toHaveText('1');
  });
}

test('a lecturer takes the advice with the key that trains, though the graph is locked', async ({
  page,
}) => {
  await page.goto('/?lesson=lec-10-dead&card=3&present=yes');
  const strip = page.locator('[data-lesson-open]');
  const done = strip.locator('[data-card-done]');
  await expect(stat(page, 'loss')).toHaveText('0.6931');
  await page.keyboard.press(' ');
  await expect(done).toBeVisible();
  // Over cards that are read, and texts that are longer than their place.
  const title = strip.getByRole('heading', { level: 2 });
  await expect
    .poll(async () => {
      if ((await title.innerText()).includes('Take the advice')) return true;
      await page.keyboard.press('PageDown');
      return false;
    })
    .toBe(true);
  await page.keyboard.press(' ');
  await expect(nodesOf(page, 'leakyRelu')).toHaveCount(1);
  await expect(stat(page, 'step')).toHaveText('0');
  await page.keyboard.press(' ');
  await expect(done).toBeVisible();
  await expect(stat(page, 'loss')).toHaveText('0.0773');
});

for (const { width, height, lesson } of [
  { width: 1280, height: 720, lesson: 'lec-10-dead' },
  { width: 375, height: 667, lesson: 'lec-10-saturated' },
]) {
  test.describe(() => {
    test.use({ viewport: { width, height } });
    test(`the lamp shows the advice whole, with what to press, at ${width} × ${height}`, async ({
      page,
    }) => {
      await page.goto(`/?lesson=${lesson}`);
      await expect(stat(page, 'loss')).not.toHaveText('–');
      await train(page).click();
      await page.getByTestId('advice-button').click();
      const advice = page.getByRole('region', { name: 'What to try' });
      await expect(advice.getByRole('heading', { level: 2 })).toBeFocused();
      // All that stands above it has come, and has not pushed it away.
      await expect(
        page.locator('[data-picture=loss-curve] canvas, [data-picture=loss-curve] svg').first(),
      ).toBeAttached();
      await expect(page.locator('[data-picture=truth-table] td').first()).toBeAttached();
      await expect(advice).toBeInViewport({ ratio: 0.99 });
      await expect(advice.locator('[data-advice-change]').first()).toBeInViewport({ ratio: 0.99 });
    });
  });
}
