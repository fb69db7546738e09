import { expect, type Page, test } from '@playwright/test';
import { chain } from '../support/graphs.ts';
import {
  dragKind,
  nodes,
  nodesOf,
  openGraph,
  pause,
  startEmpty,
  stepOf,
  tab,
  train,
  wire,
} from './page.ts';

const lens = (page: Page) => page.getByTestId('lens');

async function openLesson(page: Page, title: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(title) }).click();
  await expect(page.locator('header input')).toHaveValue(title);
}

/** Presses every pixel of the map that is shown, and gives the results of the arithmetic. */
async function results(page: Page, rows: number, columns: number): Promise<number[]> {
  const map = lens(page)
    .getByRole('application', { name: /^Map \d+ of/ })
    .first();
  const found: number[] = [];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const box = await map.boundingBox();
      if (!box) throw new Error('no map');
      const at = { x: ((x + 0.5) * box.width) / columns, y: ((y + 0.5) * box.height) / rows };
      await page.mouse.click(box.x + at.x, box.y + at.y);
      const arithmetic = lens(page).getByTestId('arithmetic');
      await expect(arithmetic).toContainText(`${y}, ${x}`);
      const shown = Number(await arithmetic.getAttribute('data-result'));
      expect(Number(await arithmetic.getAttribute('data-given'))).toBeCloseTo(shown, 5);
      found.push(shown);
    }
  }
  return found;
}

const cases = [
  { title: 'Convolution, valid', kind: 'conv2d', side: 2, maps: [[12, 16, 24, 28]] },
  {
    title: 'Convolution, same',
    kind: 'conv2d',
    side: 3,
    maps: [[12, 16, 9, 24, 28, 15, 15, 17, 9]],
  },
  {
    title: 'Three filters',
    kind: 'conv2d',
    side: 3,
    maps: [1, 10, -1].map((factor) =>
      [12, 16, 9, 24, 28, 15, 15, 17, 9].map((value) => factor * value),
    ),
  },
  { title: 'Max pooling, valid', kind: 'maxPool', side: 1, maps: [[4]] },
  { title: 'Max pooling, same', kind: 'maxPool', side: 2, maps: [[4, 3, 2, 1]] },
];

test('lab-11-0 shows every output of the lecture, with its arithmetic', async ({ page }) => {
  test.slow();
  for (const { title, kind, side, maps } of cases) {
    await openLesson(page, title);
    await nodesOf(page, kind).getByTestId('node-picture').click();
    await expect(lens(page)).toBeVisible();
    for (const [i, wanted] of maps.entries()) {
      if (i > 0) await lens(page).getByTestId('map-grid').getByRole('button').nth(i).click();
      expect(await results(page, side, side), `${title}, map ${i + 1}`).toEqual(wanted);
    }
    await page.keyboard.press('Escape');
    await expect(lens(page)).toHaveCount(0);
  }
});

test('lab-11-0 leaves only the shapes of random filters to chance', async ({ page }) => {
  await openLesson(page, 'A digit through random filters');
  await expect(nodesOf(page, 'conv2d').getByTestId('node-picture')).toHaveAttribute(
    'data-total',
    '5',
  );
  await nodesOf(page, 'conv2d').getByTestId('node-picture').click();
  await expect(lens(page)).toContainText('14×14×5');
  await openLesson(page, 'Pooling what the filters found');
  await expect(page.getByText('14×14×5')).toBeVisible();
  await nodesOf(page, 'maxPool').getByTestId('node-picture').click();
  await expect(lens(page)).toContainText('7×7×5');
});

test('a CNN built with the mouse alone learns real digits, and shows what it sees', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await startEmpty(page);
  const canvas = await page.getByTestId('canvas').boundingBox();
  if (!canvas) throw new Error('no canvas');
  const kinds = ['images', 'conv2d', 'relu', 'maxPool', 'flatten', 'dense', 'loss'];
  for (const [i, kind] of kinds.entries()) {
    const at = { x: canvas.x + 120 + (i % 3) * 230, y: canvas.y + 100 + Math.floor(i / 3) * 190 };
    await dragKind(page, kind, at);
    await expect(nodes(page)).toHaveCount(i + 1);
  }
  for (let i = 1; i < kinds.length; i++) {
    await wire(page, nodesOf(page, kinds[i - 1] ?? ''), nodesOf(page, kinds[i] ?? ''));
  }
  await tab(page, 'Data').click();
  await page.locator('[data-dataset=mnist]').click();
  await expect(page.getByText('CC BY-SA 3.0')).toBeVisible();
  await nodesOf(page, 'dense').click();
  await tab(page, 'Layer').click();
  const units = page.getByRole('textbox', { name: 'Units' });
  await units.fill('10');
  await units.press('Enter');
  await nodesOf(page, 'loss').click();
  await page.getByRole('combobox', { name: 'Loss' }).selectOption('categoricalCrossentropy');
  await page.getByRole('combobox', { name: 'Reads' }).selectOption('logits');
  await tab(page, 'Train').click();
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam');
  const rate = page.getByRole('textbox', { name: 'Learning rate', exact: true });
  await rate.fill('0.005');
  await rate.press('Enter');
  await page.getByRole('combobox', { name: 'Batch' }).selectOption('mini');
  const size = page.getByRole('textbox', { name: 'Batch size' });
  await size.fill('100');
  await size.press('Enter');
  await expect(page.getByText('28×28×8')).toHaveCount(2);
  await expect(page.getByText('1568', { exact: true })).toBeVisible();

  // A digit flows through before anything is trained.
  await tab(page, 'See').click();
  await expect(nodesOf(page, 'conv2d').getByTestId('node-picture')).toHaveAttribute(
    'data-total',
    '8',
  );
  await train(page).click();
  await expect
    .poll(
      async () => {
        const text = await page.locator('[data-stat=accuracy]').innerText();
        return Number(/test\s+([\d.]+)/.exec(text)?.[1] ?? 0);
      },
      { timeout: 150_000 },
    )
    .toBeGreaterThanOrEqual(90);
  await pause(page).click();
  await expect(train(page)).toBeVisible();

  await nodesOf(page, 'conv2d').getByTestId('node-picture').click();
  const grid = lens(page).getByTestId('map-grid').getByRole('button');
  await expect(grid).toHaveCount(8);
  const range = async (): Promise<number> => {
    const text = await lens(page).getByTestId('map-range').innerText();
    const [min = 0, max = 0] = text.replaceAll('−', '-').split(' to ').map(Number);
    return max - min;
  };
  expect(await range()).toBeGreaterThan(0.01);
  const arithmetic = lens(page).getByTestId('arithmetic');
  const [shown, given] = await Promise.all(
    ['data-result', 'data-given'].map(async (name) => Number(await arithmetic.getAttribute(name))),
  );
  expect(shown).toBeCloseTo(given ?? Number.NaN, 4);

  // From the confusion matrix to its images, and one of them through the canvas.
  await page.keyboard.press('Escape');
  await page.locator('[data-cell="3 3"]').click();
  await expect(page.getByText('Labelled 3, taken for 3')).toBeVisible();
  const listed = page.locator('button[data-sample]');
  await expect(listed.first()).toContainText(/^3$/);
  const first = listed.first();
  const index = await first.getAttribute('data-sample');
  await first.click();
  const image = page.getByTestId('sample-image');
  await expect(image).toHaveAttribute('data-index', index ?? '');
  await expect(image).toHaveAttribute('data-label', '3');
  await expect(page.getByTestId('prediction')).toHaveAttribute('data-prediction', '3');
});

/** Digits as a person draws them: strokes through points, as shares of the pad's side. */
const digits: Readonly<Record<number, readonly (readonly [number, number])[][]>> = {
  0: [
    [
      [0.5, 0.15],
      [0.32, 0.25],
      [0.27, 0.5],
      [0.32, 0.75],
      [0.5, 0.86],
      [0.67, 0.75],
      [0.72, 0.5],
      [0.67, 0.25],
      [0.5, 0.15],
    ],
  ],
  1: [
    [
      [0.52, 0.12],
      [0.5, 0.5],
      [0.48, 0.88],
    ],
  ],
  2: [
    [
      [0.3, 0.3],
      [0.38, 0.17],
      [0.58, 0.15],
      [0.68, 0.3],
      [0.6, 0.48],
      [0.3, 0.84],
      [0.5, 0.83],
      [0.74, 0.84],
    ],
  ],
  3: [
    [
      [0.3, 0.2],
      [0.5, 0.13],
      [0.67, 0.25],
      [0.62, 0.4],
      [0.46, 0.48],
      [0.66, 0.56],
      [0.69, 0.74],
      [0.52, 0.87],
      [0.3, 0.8],
    ],
  ],
  4: [
    [
      [0.36, 0.14],
      [0.3, 0.5],
      [0.5, 0.53],
      [0.74, 0.5],
    ],
    [
      [0.66, 0.14],
      [0.63, 0.5],
      [0.6, 0.88],
    ],
  ],
  5: [
    [
      [0.7, 0.15],
      [0.36, 0.16],
      [0.34, 0.45],
      [0.55, 0.42],
      [0.7, 0.56],
      [0.66, 0.78],
      [0.48, 0.87],
      [0.28, 0.8],
    ],
  ],
  6: [
    [
      [0.6, 0.12],
      [0.42, 0.3],
      [0.32, 0.58],
      [0.36, 0.8],
      [0.54, 0.87],
      [0.68, 0.74],
      [0.62, 0.57],
      [0.46, 0.54],
      [0.34, 0.66],
    ],
  ],
  7: [
    [
      [0.28, 0.18],
      [0.5, 0.17],
      [0.73, 0.17],
      [0.6, 0.45],
      [0.46, 0.88],
    ],
  ],
  8: [
    [
      [0.64, 0.24],
      [0.5, 0.13],
      [0.36, 0.24],
      [0.44, 0.4],
      [0.62, 0.58],
      [0.66, 0.76],
      [0.5, 0.87],
      [0.34, 0.76],
      [0.4, 0.58],
      [0.6, 0.4],
      [0.64, 0.24],
    ],
  ],
  9: [
    [
      [0.66, 0.3],
      [0.52, 0.15],
      [0.36, 0.26],
      [0.38, 0.44],
      [0.56, 0.48],
      [0.67, 0.32],
      [0.66, 0.5],
      [0.6, 0.7],
      [0.56, 0.88],
    ],
  ],
};

test('digits drawn by hand are read', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/');
  await openGraph(
    page,
    chain(
      ['images', { dataset: 'mnist', shift: 1, rotate: 8, zoom: 0.1 }],
      ['conv2d', { filters: 8, kernel: [5, 5] }],
      ['relu'],
      ['maxPool'],
      ['conv2d', { filters: 16 }],
      ['relu'],
      ['maxPool'],
      ['flatten'],
      ['dense', { units: 10 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    ),
    {
      optimizer: { type: 'adam', learningRate: 0.003, momentum: 0 },
      batchSize: 50,
      seed: 7,
      stopAt: 900,
    },
  );
  await train(page).click();
  await expect.poll(() => stepOf(page), { timeout: 150_000 }).toBe(900);
  await expect(train(page)).toBeVisible();
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  const pad = page.getByTestId('draw-pad');
  const read: string[] = [];
  let lifted = 0;
  for (const [digit, strokes] of Object.entries(digits)) {
    await page.getByRole('button', { name: 'Clear' }).click();
    const box = await pad.boundingBox();
    if (!box) throw new Error('no pad');
    for (const [from, ...through] of strokes) {
      if (!from) continue;
      await page.mouse.move(box.x + from[0] * box.width, box.y + from[1] * box.height);
      await page.mouse.down();
      for (const [x, y] of through) {
        await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 });
      }
      await page.mouse.up();
    }
    lifted += strokes.length;
    // The answer to this very drawing, not to the one before.
    await expect(page.getByTestId('sample-image')).toHaveAttribute('data-drawing', String(lifted));
    read.push((await page.getByTestId('prediction').getAttribute('data-prediction')) ?? digit);
  }
  const right = read.filter((prediction, digit) => prediction === String(digit)).length;
  expect(right, `read as ${read.join(' ')}`).toBeGreaterThanOrEqual(9);
});
