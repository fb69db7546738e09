import { expect, test } from '@playwright/test';
import { brokenGraphs } from '../support/broken-graphs.ts';
import { documentOf } from '../support/documents.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import {
  jsonFile,
  nodes,
  nodesOf,
  openFile,
  openGraph,
  pause,
  stat,
  stepOf,
  tab,
  train,
  visit,
} from './page.ts';

const mendable = brokenGraphs.filter(({ mends }) => mends);
const half = Math.ceil(mendable.length / 2);

for (const part of [mendable.slice(0, half), mendable.slice(half)]) {
  test(`broken graphs are named, and one press makes them train: ${part.map(({ code }) => code).join(', ')}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await visit(page);
    for (const { code, graph } of part) {
      await test.step(code, async () => {
        await openGraph(page, graph);
        await train(page).click();
        await expect(pause(page)).toHaveCount(0);
        const note = page.locator(`[data-problem="${code}"]`).first();
        await expect(note).toBeAttached();
        expect((await note.innerText()).length).toBeGreaterThan(20);
        await note.getByRole('button').first().dispatchEvent('click');
        await expect(page.locator(`[data-problem="${code}"]`)).toHaveCount(0);
        await page.getByRole('button', { name: 'One step' }).click();
        await expect(stat(page, 'step')).toHaveText('1');
        await page.keyboard.press('Escape');
      });
    }
  });
}

test('problems without a mend are named with their numbers', async ({ page }) => {
  await visit(page);
  for (const { code, graph } of brokenGraphs.filter(({ mends }) => !mends)) {
    await test.step(code, async () => {
      await openGraph(page, graph);
      await train(page).click();
      await expect(page.getByRole('dialog', { name: 'Problems' })).toBeVisible();
      await expect(page.locator(`[data-problem="${code}"]`).first()).toBeAttached();
      await page.keyboard.press('Escape');
    });
  }
});

const good = documentOf(xorNetwork());
const billion = documentOf(chain(['points'], ['dense', { units: 1e9 }], ['sigmoid'], ['loss']));
const cyclic = documentOf(brokenGraphs.find(({ code }) => code === 'cycle')?.graph ?? xorNetwork());
const foreign = documentOf(chain(['points'], ['attention'], ['loss']));

test('a file that cannot be read says why and leaves the work alone', async ({ page }) => {
  await visit(page);
  const cases: [string, unknown, RegExp][] = [
    ['not JSON', 'hello', /not JSON/],
    ['another schema', { layers: [] }, /not a Netwright network/],
    [
      'a newer version',
      { ...good, version: 9 },
      /newer Netwright \(format 9; this page reads up to 2\)/,
    ],
    [
      'damage',
      { ...good, training: { ...good.training, seed: 'x' } },
      /damaged at “training.seed”/,
    ],
    ['50 MB', 'x'.repeat(50_000_000), /too large: 50 MB; at most 8 MB/],
  ];
  for (const [name, content, message] of cases) {
    await test.step(name, async () => {
      await openFile(page, jsonFile('broken.json', content));
      const alert = page.getByRole('alert').filter({ hasText: message });
      await expect(alert).toContainText('Your work is as it was.');
      await alert.getByRole('button', { name: 'Dismiss' }).click();
      await expect(nodes(page)).toHaveCount(6);
    });
  }
  await expect(page.getByRole('textbox', { name: 'Title of this network' })).toHaveValue(
    'XOR with a hidden layer',
  );
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a file with mistakes in it asks before it takes the place of the work', async ({ page }) => {
  await visit(page);
  for (const [document, message] of [
    [billion, /units is 1000000000; it must be ≤ 16384/],
    [cyclic, /run in a circle/],
    [foreign, /does not know the layer “attention”/],
  ] as const) {
    await openFile(page, jsonFile('doubtful.json', document));
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(message);
    await dialog.getByRole('button', { name: 'Keep my work' }).click();
    await expect(nodes(page)).toHaveCount(6);
    await expect(stat(page, 'loss')).toHaveText('0.7584');
  }
  await openFile(page, jsonFile('doubtful.json', foreign));
  await page.getByRole('button', { name: 'Open anyway' }).click();
  await expect(nodes(page)).toHaveCount(3);
  await expect(nodesOf(page, 'attention')).toContainText('unknown layer');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(nodes(page)).toHaveCount(6);
});

test('what is saved opens again as it was', async ({ page }) => {
  await visit(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('XOR-with-a-hidden-layer.json');
  const path = await saved.path();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: /^New project/ }).click();
  await expect(nodes(page)).toHaveCount(0);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await (await chooser).setFiles(path);
  await expect(nodes(page)).toHaveCount(6);
  await expect(stat(page, 'loss')).toHaveText('0.7584');
});

test('a number that is none stops the run, says where, and offers a way on', async ({ page }) => {
  await visit(page);
  await openGraph(
    page,
    chain(
      ['points', { dataset: 'line', size: 20 }],
      ['dense', { units: 1 }],
      ['loss', { type: 'meanSquaredError' }],
    ),
    { optimizer: { type: 'sgd', learningRate: 100, momentum: 0 } },
  );
  await train(page).click();
  const note = page.getByRole('alert').filter({ hasText: 'Training stopped at step' });
  await expect(note).toContainText('no longer');
  await expect(note).toContainText('The last good weights');
  await expect(train(page)).toBeVisible();
  // One page, one number: the rate is the one that the advice has worked out.
  const advised = page.locator('[data-advice=diverging] [data-advice-change]');
  const [, rate = ''] = /rate to ([\d.]+) /.exec(await advised.innerText()) ?? [];
  expect(Number(rate)).toBeGreaterThan(0);
  await note.getByRole('button', { name: `Start over with learning rate ${rate}` }).click();
  await expect(page.getByRole('textbox', { name: 'learning rate' })).toHaveValue(rate);
  await expect(stat(page, 'step')).toHaveText('0');
  await train(page).click();
  await expect
    .poll(async () => Number((await stat(page, 'loss').innerText()).replace('−', '-')))
    .toBeLessThan(0.05);
});

test('a worker that dies is replaced, and training goes on from the last frame', async ({
  page,
}) => {
  await visit(page);
  await tab(page, 'Train').click();
  await page.getByRole('textbox', { name: 'Pause at update' }).fill('');
  await page.keyboard.press('Enter');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(2500);
  const [worker] = page.workers();
  await worker?.evaluate(() => self.close());
  await expect(page.getByText(/engine stopped and was started again/)).toBeVisible();
  const resumed = await stepOf(page);
  expect(resumed).toBeGreaterThan(1000);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(resumed + 500);
  await expect(pause(page)).toBeVisible();
  await expect
    .poll(async () => Number((await stat(page, 'loss').innerText()).replace('−', '-')))
    .toBeLessThan(0.6);
  await pause(page).click();
});

test('a worker that dies while nothing runs is replaced too', async ({ page }) => {
  await visit(page);
  const [worker] = page.workers();
  await worker?.evaluate(() => self.close());
  await expect(page.getByText(/engine stopped and was started again/)).toBeVisible();
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(stat(page, 'step')).toHaveText('1');
});

test('storage that refuses is told, with a way out', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await visit(page);
  await page.getByRole('textbox', { name: 'Title of this network' }).fill('precious');
  const alert = page.getByRole('alert').filter({ hasText: 'could not be kept in this browser' });
  await expect(alert).toContainText('its storage is full');
  const download = page.waitForEvent('download');
  await alert.getByRole('button', { name: 'Save as a file' }).click();
  expect((await download).suggestedFilename()).toBe('precious.json');
});
