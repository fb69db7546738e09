import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { stepAt } from '../../src/ui/time/scale.ts';
import { settle, stat, stepOf, train, unfold, visit } from './page.ts';

const moment = (page: Page): Locator => page.getByRole('slider', { name: 'Moment of the run' });
const table = (page: Page): Locator => page.getByRole('region', { name: 'Truth table' });

/** What is painted in a picture, as text that can be compared. */
const paintedIn = (page: Page, picture: string): Promise<string> =>
  page
    .locator(`[data-picture="${picture}"] canvas`)
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

/** All texts that an element has from now on, one after the other: none is too short to be seen. */
async function textsOf(element: Locator): Promise<() => Promise<readonly string[]>> {
  const texts = await element.evaluateHandle((watched) => {
    const all = [watched.textContent ?? ''];
    const read = (): void => {
      const now = watched.textContent ?? '';
      if (now !== all.at(-1)) all.push(now);
    };
    const whole = { childList: true, characterData: true, subtree: true };
    new MutationObserver(read).observe(watched, whole);
    return all;
  });
  return () => texts.jsonValue();
}

/** Trains until the lesson's 10,001 updates are done. */
async function solve(page: Page): Promise<number> {
  await train(page).click();
  await expect(stat(page, 'step')).toHaveText('10,001', { timeout: 60_000 });
  await expect(train(page)).toBeVisible();
  await settle(page);
  return stepOf(page);
}

test('goes back in a run, and everything on the page goes with it', async ({ page }) => {
  await visit(page);
  const end = await solve(page);
  const look = async () => ({
    step: await stepOf(page),
    loss: await stat(page, 'loss').innerText(),
    table: await table(page).innerText(),
    boundary: await paintedIn(page, 'decision-boundary'),
    chart: await paintedIn(page, 'loss-curve'),
  });
  const last = await look();

  await moment(page).press('Home');
  await expect(stat(page, 'step')).toHaveText('0');
  await expect(stat(page, 'loss')).toHaveText('0.7584');
  await expect(moment(page)).toHaveAttribute('aria-valuetext', 'Step 0, loss 0.7584');

  const box = await moment(page).locator('xpath=../..').boundingBox();
  if (!box) throw new Error('no bar');
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  // Moments lie 3 % apart at the most: the nearest is half of that away, and a pixel of the bar is 1 %.
  const half = stepAt({ first: 0, end }, 0.5);
  await expect
    .poll(async () => Math.abs((await stepOf(page)) - half))
    .toBeLessThanOrEqual(0.03 * half);
  await settle(page);
  const middle = await look();
  await expect(moment(page)).toHaveAttribute('aria-valuenow', String(middle.step));
  await expect(moment(page)).toHaveAttribute('aria-valuemax', String(end));
  await expect(page.getByTestId('moment-ticks')).toContainText('1,000');
  for (const part of ['table', 'boundary', 'chart'] as const) {
    expect(middle[part], part).not.toBe(last[part]);
  }

  await page.getByRole('button', { name: 'Back to the end' }).click();
  await expect(stat(page, 'step')).toHaveText(end.toLocaleString('en-US'));
  expect(await look()).toEqual(last);
  await expect(page.getByRole('button', { name: 'Back to the end' })).toBeDisabled();
});

test('goes from moment to moment by key, and says where it is', async ({ page }) => {
  await visit(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press('.');
  await expect(stat(page, 'step')).toHaveText('3');
  await page.keyboard.press('<');
  await expect(stat(page, 'step')).toHaveText('2');
  await page.keyboard.press('<');
  await expect(stat(page, 'step')).toHaveText('1');
  await expect(page.getByTestId('said')).toHaveText(/^Step 1, loss 0\.\d+$/);
  await page.keyboard.press('>');
  await expect(stat(page, 'step')).toHaveText('2');
  await page.keyboard.press('End');
  await expect(stat(page, 'step')).toHaveText('3');

  // The recording is shown from its first moment on, and ends at the end.
  const shown = await textsOf(stat(page, 'step'));
  await page.getByRole('button', { name: 'Play the recording' }).click();
  await expect.poll(shown).toEqual(['3', '0', '1', '2', '3']);
  await expect(page.getByRole('button', { name: 'Play the recording' })).toBeVisible();
});

test('a pull that ends where it began lets the bar go: what keys do next moves it', async ({
  page,
}) => {
  await visit(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press('.');
  await expect(stat(page, 'step')).toHaveText('3');
  const box = await moment(page).locator('xpath=../..').boundingBox();
  if (!box) throw new Error('no bar');
  const [y, right] = [box.y + box.height / 2, box.x + box.width];
  await page.mouse.move(right - 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
  await expect(stat(page, 'step')).not.toHaveText('3');
  await page.mouse.move(right + 20, y, { steps: 4 });
  await page.mouse.up();
  await expect(stat(page, 'step')).toHaveText('3');
  await page.keyboard.press('ArrowLeft');
  await expect(moment(page)).toHaveAttribute('aria-valuenow', '2');
  const middle = async (): Promise<number> => {
    const thumb = await moment(page).boundingBox();
    return thumb ? (thumb.x + thumb.width / 2 - box.x) / box.width : Number.NaN;
  };
  await expect.poll(middle).toBeCloseTo(2 / 3, 1);
});

test('branches: another rate from the middle of a run, beside the run that was left', async ({
  page,
}) => {
  await visit(page);
  const end = await solve(page);
  await moment(page).press('Home');
  await expect(stat(page, 'step')).toHaveText('0');
  for (let i = 1; i <= 20; i++) {
    await moment(page).press('ArrowRight');
    await expect(stat(page, 'step')).toHaveText(String(i));
  }
  const rate = page.getByRole('textbox', { name: 'learning rate' });
  await rate.fill('2');
  await rate.press('Enter');
  await expect(stat(page, 'step')).toHaveText('20');
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(stat(page, 'step')).toHaveText('21');

  await unfold(page, 'runs');
  const runs = page.locator('[data-run]');
  await expect(runs).toHaveCount(2);
  await expect(runs.nth(0)).toContainText('η 2');
  await expect(runs.nth(0)).toContainText('from run 1 at step 20');
  await expect(runs.nth(1)).toContainText('η 0.1');
  await expect(runs.nth(1)).toContainText(`${end.toLocaleString('en-US')} updates`);
  // Both are in the chart.
  await expect(page.locator('[data-picture="loss-curve"] .u-legend')).toContainText('run 1');

  await runs
    .nth(1)
    .getByRole('button', { name: /^Take up/ })
    .click();
  await expect(stat(page, 'step')).toHaveText(end.toLocaleString('en-US'));
  await expect(rate).toHaveValue('0.1');
});

/** What a player makes of a video, outside the page: its length in seconds, and its pictures at some of them. */
async function playedAt(page: Page, video: Buffer, seconds: readonly number[]) {
  const player = await page.context().newPage();
  await player.goto('about:blank');
  const played = await player.evaluate(
    async ([source, wanted]) => {
      const element = document.createElement('video');
      const on = (event: string) =>
        new Promise((resolve, reject) => {
          element.addEventListener(event, resolve, { once: true });
          element.addEventListener('error', reject, { once: true });
        });
      const loaded = on('loadeddata');
      element.src = URL.createObjectURL(await (await fetch(source)).blob());
      await loaded;
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: element.videoWidth, height: element.videoHeight });
      const pictures: string[] = [];
      for (const second of wanted) {
        const found = on('seeked');
        element.currentTime = second;
        await found;
        canvas.getContext('2d')?.drawImage(element, 0, 0);
        pictures.push(canvas.toDataURL());
      }
      return { length: element.duration, pictures };
    },
    [`data:video/webm;base64,${video.toString('base64')}`, seconds] as const,
  );
  await player.close();
  return played;
}

test('saves the recording as a video, and as a strip of pictures', async ({ page }) => {
  test.setTimeout(180_000);
  await visit(page);
  for (let i = 0; i < 5; i++) await page.keyboard.press('.');
  await expect(stat(page, 'step')).toHaveText('5');
  const open = page.getByRole('button', { name: 'Save the recording as a video' });
  const dialog = page.getByRole('dialog', { name: 'Save the recording' });
  const saved = async () => {
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const file = await download;
    const path = await file.path();
    return { name: file.suggestedFilename(), bytes: await readFile(path) };
  };

  await open.click();
  await expect(dialog.getByRole('combobox', { name: 'Picture' })).toHaveValue('decision-boundary');
  const video = await saved();
  expect(video.name).toMatch(/-Decision-boundary\.webm$/);
  // Matroska's first four bytes, and more than an empty file has.
  expect(video.bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
  expect(video.bytes.length).toBeGreaterThan(10_000);
  const played = await playedAt(page, video.bytes, [0, 2.4]);
  // Six pictures at twelve a second, and a second for the first and for the last.
  expect(played.length).toBeCloseTo(2.5, 1);
  expect(new Set(played.pictures).size).toBe(2);
  await expect(dialog).toBeHidden();

  await open.click();
  const as = dialog.getByRole('combobox', { name: 'As' });
  await as.selectOption({ label: 'Strip of 6 pictures (PNG)' });
  await dialog.getByRole('combobox', { name: 'Picture' }).selectOption('truth-table');
  const strip = await saved();
  expect(strip.bytes.subarray(1, 4).toString()).toBe('PNG');
  // Six pictures lie in two rows of four at most.
  const [width, height] = [strip.bytes.readUInt32BE(16), strip.bytes.readUInt32BE(20)];
  expect(width).toBe(16 + 4 * (480 + 16));
  expect(height).toBeGreaterThan(2 * 100);
  await expect(stat(page, 'step')).toHaveText('5');

  // Called off, nothing is saved and the run stands where it stood.
  await open.click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stat(page, 'step')).toHaveText('5');
});

test('saves a video in a browser that codes none by itself: recorded while it plays', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoEncoder'));
  await visit(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press('.');
  await expect(stat(page, 'step')).toHaveText('3');
  await page.getByRole('button', { name: 'Save the recording as a video' }).click();
  const download = page.waitForEvent('download');
  await page
    .getByRole('dialog', { name: 'Save the recording' })
    .getByRole('button', { name: 'Save', exact: true })
    .click();
  const video = await readFile(await (await download).path());
  const { pictures } = await playedAt(page, video, [0, 1.9]);
  expect(new Set(pictures).size).toBe(2);
});

const stages = [
  { name: 'a laptop', size: { width: 1280, height: 720 }, address: '/' },
  {
    name: 'a lecture',
    size: { width: 1280, height: 720 },
    address: '/?lesson=lab-09-2&present=yes',
  },
  { name: 'a phone', size: { width: 375, height: 667 }, address: '/' },
];

for (const { name, size, address } of stages) {
  test(`the canvas stays where it is when training begins: ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(address);
    const canvas = page.locator('.react-flow').first();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await expect(page.getByText('recorded here')).toBeVisible();
    await settle(page);
    const before = await canvas.boundingBox();
    await train(page).click();
    await expect(moment(page)).toBeVisible();
    expect(await canvas.boundingBox()).toEqual(before);
    await expect.poll(() => moment(page).getAttribute('aria-valuetext')).not.toContain('Step 0,');
    expect(await canvas.boundingBox()).toEqual(before);
  });
}

test('says that a recording begins with the visit, once the page was loaded again', async ({
  page,
}) => {
  await visit(page);
  const end = await solve(page);
  await page.reload();
  await expect(stat(page, 'step')).toHaveText(end.toLocaleString('en-US'), { timeout: 20_000 });
  await expect(page.getByText('recorded here, for this visit')).toBeVisible();
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(page.getByText('Recorded in this visit, from step 10,001 on.')).toBeVisible();
});
