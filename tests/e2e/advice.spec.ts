import { expect, test } from '@playwright/test';
import { nodes, stat, tab, train } from './page.ts';

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
