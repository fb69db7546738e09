import { createHash } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { chain } from '../support/graphs.ts';
import { smallMnist } from '../support/idx.ts';
import { nodesOf, openGraph, stat, tab, train } from './page.ts';

/** A network on images, with as many classes as the small set has. */
const twoBars = () =>
  chain(
    ['images', { dataset: 'shapes', size: 30 }],
    ['flatten'],
    ['dense', { units: 2 }],
    ['softmax'],
    ['loss', { type: 'categoricalCrossentropy' }],
  );

async function openData(page: Page): Promise<void> {
  await page.goto('/');
  await openGraph(page, twoBars());
  await tab(page, 'Data').click();
}

type Files = ReturnType<typeof smallMnist>;

async function chooseFiles(page: Page, files: Files): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await (await chooser).setFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
}

const source = (page: Page) => nodesOf(page, 'images');

test('IDX files are trained on, undo takes them out, and they come back after a reload', async ({
  page,
}) => {
  await openData(page);
  await chooseFiles(page, smallMnist({ train: 40, test: 12 }, true));
  await expect(page.getByText('40 images to train on, 12 to test')).toBeVisible();
  await expect(source(page)).toContainText('52 of 6×6×1');
  await train(page).click();
  await expect(stat(page, 'accuracy')).toHaveText('100 %');
  await expect(page.getByRole('region', { name: 'How good' })).toContainText('12 test images');
  await page.keyboard.press('Control+z');
  await expect(source(page)).toContainText('Drawn shapes');
  await page.keyboard.press('Control+Shift+z');
  await expect(source(page)).toContainText('52 of 6×6×1');
  await page.reload();
  await expect(source(page)).toContainText('52 of 6×6×1');
  await expect(page.getByTestId('sample-image')).toHaveAttribute('data-label', /[01]/);
});

test('files that are wrong say what is wrong, and change nothing', async ({ page }) => {
  await openData(page);
  const [images, labels, ...rest] = smallMnist({ train: 40, test: 12 }, false);
  if (!images || !labels) throw new Error('no files');
  await chooseFiles(page, [{ ...images, bytes: images.bytes.slice(0, 900) }, labels, ...rest]);
  const notice = page.getByText(/is cut off: 1,?456 bytes were announced, 900 are there/);
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('Nothing was changed.');
  await expect(source(page)).toContainText('Drawn shapes');
  await chooseFiles(page, [images]);
  await expect(page.getByText(/no labels for train-images/)).toBeVisible();
});

test('images that this browser no longer has are missed with a way out', async ({ page }) => {
  await openData(page);
  await chooseFiles(page, smallMnist({ train: 20, test: 6 }, false));
  await expect(source(page)).toContainText('26 of 6×6×1');
  await page.evaluate(() => indexedDB.deleteDatabase('netwright-images'));
  await page.reload();
  await expect(page.getByText(/not in this browser/)).toBeVisible();
  await tab(page, 'Data').click();
  await chooseFiles(page, smallMnist({ train: 20, test: 6 }, false));
  await expect(page.getByText(/20 images to train on/)).toBeVisible();
  await expect(page.getByTestId('sample-image')).toHaveAttribute('data-label', /[01]/);
});

/** Serves a small MNIST as the page's server would, breaking off the first download of the images. */
async function serve(page: Page, files: Files, breaks: boolean, digest?: string) {
  const asked: string[] = [];
  await page.route('**/mnist-source.json', (route) =>
    route.fulfill({
      json: {
        title: 'All of it',
        base: 'mnist/',
        files: files.map(({ name, bytes }) => ({
          name,
          bytes: bytes.length,
          sha256: digest ?? createHash('sha256').update(bytes).digest('hex'),
        })),
      },
    }),
  );
  let broken = !breaks;
  await page.route('**/mnist/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const file = files.find((each) => each.name === name);
    const range = route.request().headers()['range'];
    asked.push(`${name} ${range ?? 'whole'}`);
    if (!file) return route.abort();
    if (!broken && name.includes('t10k-images')) {
      broken = true;
      return route.abort('internetdisconnected');
    }
    const from = Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
    return route.fulfill({
      status: range ? 206 : 200,
      body: Buffer.from(file.bytes.subarray(from)),
    });
  });
  return asked;
}

const download = (page: Page) => page.getByRole('button', { name: /Get all 70,000 digits/ });

test('MNIST is downloaded; what had come when the line broke is not fetched again', async ({
  page,
}) => {
  const files = smallMnist({ train: 60, test: 20 }, true);
  const asked = await serve(page, files, true);
  await openData(page);
  await download(page).click();
  await expect(page.getByText(/The download broke off/)).toBeVisible();
  await expect(source(page)).toContainText('Drawn shapes');
  const before = asked.length;
  await download(page).click();
  await expect(page.getByText('60 images to train on, 20 to test')).toBeVisible();
  await expect(source(page)).toContainText('80 of 6×6×1');
  const again = asked.slice(before).map((line) => line.split(' ')[0]);
  expect(again).toEqual(files.slice(2).map(({ name }) => name));
});

test('a download that arrives damaged is thrown away', async ({ page }) => {
  await serve(page, smallMnist({ train: 60, test: 20 }, true), false, 'f'.repeat(64));
  await openData(page);
  await download(page).click();
  await expect(page.getByText(/arrived damaged/)).toBeVisible();
  await expect(source(page)).toContainText('Drawn shapes');
});

test('digits that cannot be fetched are asked for again, and nothing is lost', async ({ page }) => {
  let offline = true;
  await page.route('**/assets/mnist-10k-1.bin', (route) =>
    offline ? route.abort('internetdisconnected') : route.continue(),
  );
  await openData(page);
  await page.locator('[data-dataset=mnist]').click();
  await expect(page.getByText(/could not be fetched/)).toBeVisible();
  await expect(source(page)).toContainText('Handwritten digits');
  offline = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('sample-image')).toHaveAttribute('data-label', /[0-9]/);
});
