import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { stat, tab, train, visit } from './page.ts';

test('the first visit opens lab-09-2, ready to play', async ({ page }) => {
  await visit(page);
  await expect(page.getByRole('textbox', { name: 'Title of this network' })).toHaveValue(
    'XOR with a hidden layer',
  );
  await expect(page.getByRole('textbox', { name: 'seed' })).toHaveValue('777');
});

for (const id of ['lab-09-1', 'lab-09-2', 'lab-09-3']) {
  test(`${id} lands on the lecture’s numbers`, async ({ page }) => {
    const { expect: wanted } = JSON.parse(readFileSync(`presets/${id}.json`, 'utf8')).meta.lesson;
    await page.goto('/');
    await tab(page, 'Lessons').click();
    await page.locator(`[data-lesson=${id}]`).click();
    await expect(stat(page, 'step')).toHaveText('0');
    await expect(stat(page, 'loss')).not.toHaveText('–');
    await train(page).click();
    await expect(stat(page, 'step')).toHaveText('10,001', { timeout: 80_000 });
    await expect(train(page)).toBeVisible();
    const cells = page.getByRole('region', { name: 'Samples' }).locator('tbody tr td:nth-child(4)');
    const outputs = (await cells.allInnerTexts()).map(Number);
    for (const [i, output] of wanted.outputs.entries()) {
      expect(Math.abs((outputs[i] ?? Number.NaN) - output)).toBeLessThanOrEqual(1.0001e-4);
    }
    if (wanted.loss)
      expect(Number(await stat(page, 'loss').innerText())).toBeCloseTo(wanted.loss, 4);
    await expect(stat(page, 'accuracy')).toHaveText(wanted.accuracy === 1 ? '100 %' : '50 %');
  });
}
