import { expect, type Locator, type Page, test } from '@playwright/test';
import { documentOf } from '../support/documents.ts';
import { chain, type Sketch } from '../support/graphs.ts';
import {
  drag,
  jsonFile,
  nodes,
  nodesOf,
  openFile,
  openGraph,
  openLesson,
  pause,
  stepOf,
  tab,
  train,
  visit,
  zoomOf,
} from './page.ts';

/** Everything that a canvas shows, as text. */
const paintOf = (canvas: Locator): Promise<string> =>
  canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());

test('every unit is a map that changes while it trains; one that is pointed at fills the boundary', async ({
  page,
}) => {
  await visit(page);
  const dense = nodesOf(page, 'dense').first();
  const units = dense.getByRole('toolbar', { name: 'Units of Dense' }).getByRole('button');
  await expect(units).toHaveCount(2);
  const canvas = dense.getByTestId('unit-maps').locator('canvas');
  await expect.poll(() => canvas.evaluate((c) => (c as HTMLCanvasElement).width)).not.toBe(300);
  const before = await paintOf(canvas);
  await train(page).click();
  await expect.poll(() => paintOf(canvas)).not.toBe(before);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(500);
  if (await pause(page).isVisible()) await pause(page).click();

  const boundary = page.getByTestId('boundary').locator('canvas');
  const prediction = await paintOf(boundary);
  await units.nth(1).hover();
  await expect(page.getByTestId('boundary-read')).toHaveText('Shown: unit 2 of Dense');
  await expect(page.getByRole('heading', { name: 'Unit 2 of Dense' })).toBeVisible();
  await expect.poll(() => paintOf(boundary)).not.toBe(prediction);
  const second = await paintOf(boundary);
  // By key: the arrows go from unit to unit.
  await page.mouse.move(5, 5);
  await expect(page.getByTestId('boundary-read')).not.toContainText('Shown');
  await dense.locator('header').click();
  await page.mouse.move(5, 5);
  // First its weights, then its units.
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await expect(page.getByTestId('boundary-read')).toHaveText('Shown: unit 1 of Dense');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('boundary-read')).toHaveText('Shown: unit 2 of Dense');
  await expect.poll(() => paintOf(boundary)).toBe(second);
  await page.keyboard.press('Escape');
  await expect.poll(() => paintOf(boundary)).toBe(prediction);
});

for (const { locale, words } of [
  { locale: 'en-US', words: 'Come closer to see them' },
  { locale: 'ko-KR', words: '확대하면 보여요' },
]) {
  test.describe(() => {
    test.use({ locale, viewport: { width: 375, height: 740 } });
    test(`from afar what is said of layers stands beside them and is spoken, ${locale}`, async ({
      page,
    }) => {
      await openLesson(page, 'lab-11-2');
      const far = page.locator('.react-flow[data-far]');
      await expect
        .poll(async () => {
          await page.keyboard.press('-');
          return far.count();
        })
        .toBe(1);
      await page.keyboard.press('v');
      const legend = page.getByTestId('spread-legend');
      await expect(legend).toContainText(words);
      await expect(legend.locator('[data-judgement=vanishing]')).toContainText('%');
      await expect(page.getByTestId('said')).toContainText('%');
    });
  });
}

for (const locale of ['en-US', 'ko-KR']) {
  test.describe(() => {
    test.use({ locale, viewport: { width: 1280, height: 720 } });
    test(`nothing lies over what is said of saturated layers, ${locale}`, async ({ page }) => {
      await openLesson(page, 'lec-10-saturated');
      await page.keyboard.press('v');
      const words = page.locator('[data-judgement=saturated]');
      await expect(words).toHaveCount(2);
      await expect
        .poll(() =>
          page.locator('.react-flow__node').evaluateAll((nodes) => {
            const boxes = nodes.map((node) => node.getBoundingClientRect());
            return boxes.some((a, i) =>
              boxes.some(
                (b, j) =>
                  i < j &&
                  Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
                  Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top),
              ),
            );
          }),
        )
        .toBe(false);
      await words.first().click();
      await tab(page, locale === 'en-US' ? 'Layer' : '층 설정').click();
      await expect(page.getByTestId('judgement-words')).toContainText('%');
    });
  });
}

test('distributions that are asked for while it trains come into view whole', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLesson(page, 'lab-11-1');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await page.keyboard.press('v');
  const legend = page.getByTestId('spread-legend');
  const covered = async () => {
    const top = await legend.boundingBox();
    const cards = await nodes(page).evaluateAll((all) =>
      all.map((card) => card.getBoundingClientRect().top),
    );
    return cards.filter((y) => y < (top ? top.y + top.height : 0)).length;
  };
  await expect(legend).toBeVisible();
  await expect.poll(covered).toBe(0);
  await expect(nodesOf(page, 'dense').first().getByTestId('spread')).toBeVisible();
  await expect.poll(covered).toBe(0);
  await expect(pause(page)).toBeVisible();
});

test('distributions are switched on by a key, and say where the gradient is lost', async ({
  page,
}) => {
  await visit(page);
  const hidden = Array.from({ length: 4 }, () => [
    ['dense', { units: 4 }] as const,
    ['sigmoid'] as const,
  ]);
  await openGraph(
    page,
    chain(['points'], ...hidden.flat(), ['dense', { units: 1 }], ['sigmoid'], ['loss']),
  );
  // From afar nothing is drawn in the nodes: room is made for them.
  await page.keyboard.press('b');
  await page.getByRole('button', { name: /fit/i }).first().click();
  await page.keyboard.press('v');
  const first = nodesOf(page, 'dense').first();
  await expect(first.getByRole('img', { name: /^weights: from / })).toBeVisible();
  await expect(first.getByRole('img', { name: /^gradients: from / })).toBeVisible();
  // Short in the node, whole beside it.
  await expect(first.locator('[data-judgement=vanishing]')).toHaveText(/^gradient: .+ % is left$/);
  await expect(
    first.getByTitle(
      /at Dense \(5\), .+ σ′ is at most 0.25: after 4 sigmoids at most 0.39 % is left/,
    ),
  ).toBeVisible();
  await expect(page.getByTestId('spread-legend')).toContainText('g gradient');
  // It is said, too, and not again while it trains.
  const said = page.getByTestId('said');
  await expect(said).toContainText('σ′ is at most 0.25: after 4 sigmoids');
  await page.evaluate(() => {
    const region = document.querySelector('[data-testid=said]') as HTMLElement;
    const heard: string[] = [];
    new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    Object.assign(window, { heard });
  });
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(100);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.filter((text) => text.includes('σ′'))).toEqual([]);
  await page.keyboard.press('v');
  await expect(first.getByTestId('weight-strip')).toBeVisible();
  await expect(first.getByTestId('spread')).toHaveCount(0);
});

test('in a large network layers show their pictures where the canvas stops, and wires keep to the port of one that grows', async ({
  page,
}) => {
  await visit(page);
  const pair: Sketch[] = [['dense', { units: 4 }], ['tanh']];
  const hidden = Array.from({ length: 90 }, () => pair).flat();
  const graph = chain(['points'], ...hidden, ['dense', { units: 1 }], ['sigmoid'], ['loss']);
  const places = Object.keys(graph.nodes).map((id, i) => {
    return [id, { x: 240 * (i % 14), y: 280 * Math.floor(i / 14) }] as const;
  });
  const opened = { ...documentOf(graph), flow: 'down', layout: Object.fromEntries(places) };
  await openFile(page, jsonFile('large.json', opened));
  await expect(nodes(page)).toHaveCount(184);

  const view = await page.getByTestId('canvas').boundingBox();
  if (!view) throw new Error('no canvas');
  await page.mouse.move(view.x + view.width / 2, view.y + view.height / 2);
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -120);
      return zoomOf(page);
    })
    .toBeGreaterThan(0.9);
  const hiddenCard = await nodesOf(page, 'dense').evaluateAll((cards) => {
    const canvas = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
    const below = cards
      .map((card) => ({
        id: card.closest<HTMLElement>('.react-flow__node')?.dataset['id'],
        box: card.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.y > canvas.bottom && box.x > canvas.x && box.right < canvas.right);
    return below.sort((a, b) => a.box.y - b.box.y)[0]?.id;
  });
  const card = page.locator(`.react-flow__node[data-id=${hiddenCard}]`);
  const maps = card.getByTestId('unit-maps').locator('canvas');
  const painted = (): Promise<boolean> =>
    maps.evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const all = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return all?.some((value) => value > 0) ?? false;
    });
  await expect(card).not.toBeInViewport();
  expect(await painted()).toBe(false);
  const free = await freeSpot(page);
  await drag(page, free, { x: free.x, y: view.y - 150 });
  await expect(card).toBeInViewport();
  await expect.poll(painted).toBe(true);

  await card.locator('header').click();
  const before = (await card.boundingBox())?.height ?? 0;
  await tab(page, 'Layer').click();
  await page.getByRole('textbox', { name: 'Units' }).fill('60');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await card.boundingBox())?.height).not.toBe(before);
  const gap = async (): Promise<number> => {
    const starts = await page.locator('path.react-flow__edge-path').evaluateAll((paths) =>
      paths.map((path) => {
        const line = path as SVGPathElement;
        const { x, y } = line.getPointAtLength(0).matrixTransform(line.getScreenCTM() ?? undefined);
        return [x, y] as const;
      }),
    );
    const box = await card.boundingBox();
    if (!box) return Number.NaN;
    const [bottomX, bottomY] = [box.x + box.width / 2, box.y + box.height];
    return Math.min(...starts.map(([sx, sy]) => Math.hypot(sx - bottomX, sy - bottomY)));
  };
  await expect.poll(gap).toBeLessThan(10);
});

/** A spot of the canvas with nothing on it, near its middle, in client pixels. */
const freeSpot = (page: Page): Promise<{ x: number; y: number }> =>
  page.evaluate(() => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
    const spots = Array.from({ length: 400 }, (_, i) => ({
      x: box.x + box.width * (0.3 + 0.4 * ((i * 0.618034) % 1)),
      y: box.y + box.height * (0.3 + (0.4 * i) / 400),
    }));
    const free = spots.find(({ x, y }) =>
      document.elementFromPoint(x, y)?.classList.contains('react-flow__pane'),
    );
    return free ?? { x: 0, y: 0 };
  });
