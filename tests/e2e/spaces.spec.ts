import { expect, type Page, test } from '@playwright/test';
import { openLesson, pace, pause, settle, stepOf, train, unfold } from './page.ts';

interface Place {
  readonly at: readonly [number, number];
  readonly label: string;
}

/** Where the training points stand in the layer's space, as they are read out. */
async function placesOn(page: Page): Promise<readonly Place[]> {
  const items = page.getByTestId('bent-points').locator('li');
  return items.evaluateAll((all) =>
    all.map((item) => {
      const numbers = (item.textContent ?? '').replaceAll('−', '-').match(/-?[\d.e-]+/g) ?? [];
      return {
        at: [Number(numbers[2]), Number(numbers[3])] as const,
        label: (item as HTMLElement).dataset['label'] ?? '',
      };
    }),
  );
}

/** Whether some straight line has the classes on two sides: one through the middle of a pair of them, say. */
function separable(places: readonly Place[]): boolean {
  for (let i = 0; i < 360; i++) {
    const [cos, sin] = [Math.cos((Math.PI * i) / 180), Math.sin((Math.PI * i) / 180)];
    const along = (label: string) =>
      places.filter((p) => p.label === label).map(({ at }) => at[0] * cos + at[1] * sin);
    if (Math.max(...along('0')) < Math.min(...along('1'))) return true;
  }
  return false;
}

test('XOR becomes separable before one’s eyes: the points move to two sides of the next layer’s line', async ({
  page,
}) => {
  await openLesson(page, 'lab-09-2');
  await unfold(page, 'bent-space');
  await expect(page.getByTestId('bent-points').locator('li')).toHaveCount(4);
  const before = await placesOn(page);
  expect(before.map(({ label }) => label).sort()).toEqual(['0', '0', '1', '1']);
  expect(separable(before)).toBe(false);
  const sides = page.getByTestId('bent-sides');
  await expect(sides).not.toContainText('4 of 4');
  const canvas = page.getByTestId('bent-space');
  const painted = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  const first = await painted();
  await pace(page).selectOption('0');
  await train(page).click();
  await expect.poll(painted).not.toBe(first);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(6000);
  await expect(sides).toContainText('4 of 4');
  if (await pause(page).isVisible()) await pause(page).click();
  await settle(page);
  const after = await placesOn(page);
  expect(after).not.toEqual(before);
  expect(separable(after)).toBe(true);

  // By key, back to the input plane, where the axes are those of the inputs.
  const bent = await painted();
  await page
    .getByRole('slider', { name: 'From the input plane to the space of the layer' })
    .focus();
  await page.keyboard.press('Home');
  await expect.poll(painted).not.toBe(bent);
  await expect(page.getByText('x₁ →')).toBeVisible();
  await page.getByRole('button', { name: 'Bend', exact: true }).click();
  await expect.poll(painted).toBe(bent);
});
