import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { brokenGraphs } from '../support/broken-graphs.ts';
import { chain } from '../support/graphs.ts';
import {
  kindInPalette,
  middle,
  nodes,
  nodesOf,
  openGraph,
  stat,
  stepOf,
  train,
  visit,
} from './page.ts';

async function findSerious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes: found }) => found.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

for (const theme of ['light', 'dark'] as const) {
  test(`no serious accessibility finding, ${theme}, any panel or dialog`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await visit(page);
    await page.getByRole('button', { name: 'One step' }).click();
    await expect(stat(page, 'step')).toHaveText('1');
    expect(await findSerious(page)).toEqual([]);
    await nodesOf(page, 'dense').first().click();
    for (const name of ['Lessons', 'Data', 'Train', 'Layer']) {
      await page.getByRole('tab', { name, exact: true }).click();
      await expect(
        page.getByRole('tabpanel', { name, exact: true }).locator('*').first(),
      ).toBeVisible();
      expect(await findSerious(page), name).toEqual([]);
    }
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findSerious(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await openGraph(
      page,
      brokenGraphs.find(({ code }) => code === 'rank-mismatch')?.graph ?? { nodes: {}, wires: [] },
    );
    await train(page).click();
    await expect(page.getByRole('dialog', { name: 'Problems' })).toBeVisible();
    expect(await findSerious(page)).toEqual([]);
  });
}

/** Opens a small network that reads images, and waits until its pictures are drawn. */
async function openImageNetwork(page: Page): Promise<void> {
  await page.goto('/');
  await openGraph(
    page,
    chain(
      ['images', { dataset: 'mnist' }],
      ['conv2d', { filters: 4 }],
      ['relu'],
      ['maxPool'],
      ['flatten'],
      ['dense', { units: 10 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    ),
    { batchSize: 100 },
  );
  await expect(page.getByTestId('sample-image')).toBeVisible();
  await expect(page.getByRole('region', { name: 'How good' })).toBeVisible();
}

for (const theme of ['light', 'dark'] as const) {
  test(`no serious accessibility finding, ${theme}, in the panels of an image network`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await openImageNetwork(page);
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    await page.getByRole('switch', { name: 'What mattered' }).click();
    expect(await findSerious(page), 'panel').toEqual([]);
    await page.getByRole('tab', { name: 'Data', exact: true }).click();
    expect(await findSerious(page), 'data').toEqual([]);
  });

  // One test each: a lens of hundreds of cells takes the examination half a minute.
  for (const kind of ['conv2d', 'maxPool', 'flatten', 'dense', 'softmax']) {
    test(`no serious accessibility finding, ${theme}, in the lens of ${kind}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await openImageNetwork(page);
      const lens = page.getByTestId('lens');
      await nodesOf(page, kind).getByTestId('node-picture').click();
      await expect(lens).toBeFocused();
      await expect(lens.getByRole('button').nth(1)).toBeVisible();
      expect(await findSerious(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(lens).toHaveCount(0);
    });
  }
}

test('the pixel that the lens explains can be chosen without a mouse', async ({ page }) => {
  await openImageNetwork(page);
  const lens = page.getByTestId('lens');
  await nodesOf(page, 'conv2d').getByTestId('node-picture').click();
  await lens
    .getByRole('application', { name: /^Map 1 of/ })
    .first()
    .focus();
  const place = () => lens.getByText(/^Row, column/).innerText();
  const before = await place();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(place).not.toBe(before);
});

test('speaks Korean from the first visit where the browser does, and switches', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(nodes(page)).toHaveCount(6);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('button', { name: '학습 시작' })).toBeVisible();
  await expect(kindInPalette(page, 'conv2d')).toHaveText('합성곱');
  await expect(nodesOf(page, 'loss')).toContainText('비용 함수');
  await page.getByRole('button', { name: '영어로 바꾸기' }).click();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await context.close();
});

test('the theme follows the system, and the choice is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit(page);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  const light = await background();
  expect(light).not.toBe(dark);
  await page.reload();
  await expect(nodes(page)).toHaveCount(6);
  expect(await background()).toBe(light);
});

for (const [width, height] of [
  [1280, 720],
  [1024, 768],
  [768, 1024],
] as const) {
  test(`fits ${width}×${height}: nothing runs off the page`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await visit(page);
    const overflow = await page.evaluate(() => ({
      x: document.documentElement.scrollWidth - innerWidth,
      y: document.documentElement.scrollHeight - innerHeight,
    }));
    expect(overflow).toEqual({ x: 0, y: 0 });
    // A narrow page folds the rest of its bars, which small-screens.spec.ts opens.
    const rest =
      width < 1024
        ? ['More tools', 'More training controls']
        : [/^Back to the same/, /^New seed/, 'Save'];
    const names = ['Train', 'One step', 'Undo', ...rest];
    for (const name of names) {
      const button = page.getByRole('button', {
        name,
        ...(typeof name === 'string' ? { exact: true } : {}),
      });
      const box = await button.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width, String(name)).toBe(true);
      expect(box && box.y >= 0 && box.y + box.height <= height, String(name)).toBe(true);
      const hit = await button.evaluate((element) => {
        const { left, top, width: w, height: h } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + w / 2, top + h / 2));
      });
      expect(hit, `${name} is covered`).toBe(true);
    }
  });
}

test('works by touch on a tablet: carry a layer, wire it, train', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    locale: 'en-US',
  });
  const page = await context.newPage();
  await page.goto('/');
  await expect(nodes(page)).toHaveCount(6);
  const touch = await context.newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  const from = await kindInPalette(page, 'tanh').boundingBox();
  if (!from) throw new Error('no palette');
  await kindInPalette(page, 'tanh').scrollIntoViewIfNeeded();
  const item = await kindInPalette(page, 'tanh').boundingBox();
  if (!item) throw new Error('no palette');
  await send('touchStart', item.x + 20, item.y + 15);
  for (let i = 1; i <= 8; i++) await send('touchMove', item.x + 20 + i * 45, item.y + 15 - i * 8);
  // The finger rests before it lifts: a flick would swallow the next tap.
  for (let i = 0; i < 12; i++) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await send('touchMove', item.x + 380, item.y - 49);
  }
  await send('touchEnd');
  await expect(nodes(page)).toHaveCount(7);
  const play = await middle(train(page));
  await send('touchStart', play.x, play.y);
  await send('touchEnd');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(20);
  await context.close();
});

test('is an isolated page under a strict policy, and the console stays clean', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const response = await page.goto('/');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).not.toContain("'unsafe-eval'");
  await expect(nodes(page)).toHaveCount(6);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(50);
  await page.getByRole('button', { name: 'Tidy' }).click();
  for (const name of ['Train', 'Layer', 'Data', 'Lessons']) {
    await page.getByRole('tab', { name, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(complaints).toEqual([]);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});
