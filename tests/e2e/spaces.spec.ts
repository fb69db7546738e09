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

test('the loss between the start and now, and around the weights, is worked out while training rests', async ({
  page,
}) => {
  await openLesson(page, 'lab-09-2');
  await pace(page).selectOption('0');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(2000);
  if (await pause(page).isVisible()) await pause(page).click();
  await settle(page);
  await unfold(page, 'between-runs');
  const section = page.locator('[data-picture="between-runs"]');
  await expect(page.getByTestId('between-line')).toBeVisible();
  // The start of this lesson has a loss that is known.
  await expect(section).toContainText('step 0: 0.7584');
  await expect(page.getByTestId('between-words')).toContainText('On the way the loss');
  // Both ends may be earlier moments, each with its own step.
  await section
    .getByRole('combobox', { name: 'The line ends at' })
    .selectOption({ label: 'an earlier step' });
  const step = section.getByRole('textbox', {
    name: 'The line ends at: Step of the earlier moment',
  });
  await step.fill('500');
  await step.press('Enter');
  await expect(section).toContainText('step 0: 0.7584');
  await expect(section).toContainText('step 500: 0.6890');
  await section
    .getByRole('combobox', { name: 'What is looked at' })
    .selectOption({ label: 'Around here' });
  const read = page.getByTestId('between-read');
  await expect(read).toContainText('(0.0000, 0.0000)');
  const here = await read.innerText();
  await section.getByRole('slider', { name: 'Loss around the present weights' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(read).toContainText('(0.0000, 0.0667)');
  await expect(read).not.toHaveText(here);
});

test('test digits in the last hidden layer’s space are gone through by key, and embedded on demand', async ({
  page,
}) => {
  await openLesson(page, 'lab-10-2');
  await unfold(page, 'hidden-space');
  const space = page.getByTestId('hidden-space');
  const read = page.getByTestId('hidden-read');
  await space.focus();
  await page.keyboard.press('ArrowRight');
  await expect(read).toContainText('Label');
  await expect(page.getByTestId('hidden-image').locator('canvas')).toBeVisible();
  const first = await read.innerText();
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowRight');
      return read.innerText();
    })
    .not.toBe(first);
  const how = page.getByTestId('hidden-how');
  await expect(how).toContainText('principal components');
  await page.getByRole('button', { name: 'UMAP', exact: true }).click();
  await expect(how).toContainText('UMAP of step 0', { timeout: 60_000 });
  await page.getByRole('button', { name: 'PCA', exact: true }).click();
  await expect(how).toContainText('principal components');
});
