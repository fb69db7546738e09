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
  pace,
  pause,
  stat,
  stepOf,
  tab,
  train,
  unfold,
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

test('a weight is pressed, typed, frozen and trained: it stays; undo lets it go', async ({
  page,
}) => {
  await visit(page);
  const dense = nodesOf(page, 'dense').first();
  const strip = dense.getByTestId('weight-strip');
  const editor = page.getByRole('region', { name: 'A weight of Dense' });
  const value = editor.getByRole('textbox', { name: 'Value of W[1, 1]' });
  // Nothing is drawn before the first picture has come.
  await expect
    .poll(async () => {
      await press(page, strip);
      return editor.count();
    })
    .toBe(1);
  await expect(editor).toContainText('from input 1 into unit 1');
  await value.fill('1.5');
  await value.press('Enter');
  await expect(value).toHaveValue('1.5');
  const freeze = editor.getByRole('switch', { name: 'Freeze W[1, 1]' });
  await freeze.click();
  await expect(freeze).toBeChecked();

  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(300);
  if (await pause(page).isVisible()) await pause(page).click();
  await press(page, strip);
  await expect(value).toHaveValue('1.5');
  await expect(freeze).toBeChecked();
  // Its neighbour was trained.
  await editor.getByRole('button', { name: 'The weight after' }).click();
  await expect(editor).toContainText('W[1, 2]');
  await expect(editor).toContainText('from input 1 into unit 2');
  await expect(editor.getByRole('switch')).not.toBeChecked();

  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await press(page, strip);
  await expect(freeze).not.toBeChecked();
  await page.keyboard.press('Escape');
  await page.locator('[data-tour=reset]').click();
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(300);
  if (await pause(page).isVisible()) await pause(page).click();
  await press(page, strip);
  await expect(value).not.toHaveValue('1.5');
});

test('a weight is opened, set and pulled by key, in one run of its own', async ({ page }) => {
  await visit(page);
  await nodesOf(page, 'dense').first().locator('header').click();
  await page.keyboard.press('u');
  await expect(page.getByTestId('weight-strip').first()).toBeFocused();
  const editor = page.getByRole('region', { name: 'A weight of Dense' });
  await expect
    .poll(async () => {
      await page.keyboard.press('Enter');
      return editor.count();
    })
    .toBe(1);
  const value = editor.getByRole('textbox', { name: 'Value of W[1, 1]' });
  await expect(value).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  const slider = editor.getByRole('slider', { name: 'Pull W[1, 1]' });
  await expect
    .poll(async () => Number(await slider.getAttribute('aria-valuenow')))
    .toBeCloseTo(0.5);
  await slider.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await value.inputValue())).toBeGreaterThan(0.5);
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await expect(page.locator('.react-flow__node').nth(1)).toBeFocused();
});

test('a weight that is open while it trains stands still to be typed, and gives the live number back', async ({
  page,
}) => {
  await visit(page);
  const strip = nodesOf(page, 'dense').first().getByTestId('weight-strip');
  const editor = page.getByRole('region', { name: 'A weight of Dense' });
  const value = editor.getByRole('textbox', { name: 'Value of W[1, 1]' });
  await expect
    .poll(async () => {
      await press(page, strip);
      return editor.count();
    })
    .toBe(1);
  await pace(page).selectOption('60');
  await expect(editor).toBeVisible();
  await train(page).click();
  // It stays while it trains, and goes with the run.
  await expect.poll(() => stepOf(page)).toBeGreaterThan(20);
  const first = await value.inputValue();
  await expect(value).not.toHaveValue(first);

  await value.click();
  const held = await value.inputValue();
  const step = await stepOf(page);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(step + 30);
  await expect(value).toHaveValue(held);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2x');
  await expect(editor.getByRole('alert')).toContainText('Give a number from -1000000 to 1000000.');
  await page.keyboard.press('Escape');
  await expect(editor.getByRole('alert')).toHaveCount(0);
  await expect(value).not.toHaveValue('2x');
  const live = await value.inputValue();
  await expect(value).not.toHaveValue(live);

  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('-2');
  await expect(value).toHaveValue('-2');
  await page.keyboard.press('Enter');
  const slider = editor.getByRole('slider', { name: 'Pull W[1, 1]' });
  await expect
    .poll(async () => Number(await slider.getAttribute('aria-valuenow')))
    .toBeLessThan(-1);

  // What is pulled over other nodes pulls the number, and none of them.
  const places = await placesOf(page);
  await train(page).or(pause(page)).click();
  const thumb = await slider.boundingBox();
  if (!thumb) throw new Error('no slider');
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await drag(page, { x, y }, { x: x + 40, y });
  await expect(editor).toBeVisible();
  expect(await placesOf(page)).toEqual(places);
});

for (const { locale, words } of [
  { locale: 'en-US', words: { says: 'steps count from 0 again' } },
  { locale: 'ko-KR', words: { says: '스텝을 0부터 다시 세고' } },
]) {
  test.describe(() => {
    test.use({ locale });
    test(`a weight that was set by hand says what that did, and gives the run before back, ${locale}`, async ({
      page,
    }) => {
      await openLesson(page, 'lab-09-2');
      const strip = nodesOf(page, 'dense').first().getByTestId('weight-strip');
      const editor = page.getByTestId('weight-editor');
      const value = editor.getByRole('textbox');
      const back = page.getByTestId('weight-back');
      for (let i = 0; i < 3; i++) await page.locator('[data-tour=step]').click();
      await expect(stat(page, 'step')).toHaveText('3');
      const loss = await stat(page, 'loss').innerText();
      await expect
        .poll(async () => {
          await press(page, strip);
          return editor.count();
        })
        .toBe(1);
      await expect(back).toHaveCount(0);
      const place = async () => {
        const box = await editor.boundingBox();
        return [box?.x, box?.y];
      };
      const before = await place();
      const trained = await value.inputValue();
      for (const number of ['1.5', '-4']) {
        await value.fill(number);
        await value.press('Enter');
        await expect(stat(page, 'step')).toHaveText('0');
        await expect(editor).toContainText(words.says);
        await expect(page.getByTestId('said')).toContainText(number.replace('-', '−'));
      }
      // Both numbers were tried from the same run: it is that which comes back, with its steps.
      await expect(stat(page, 'loss')).not.toHaveText(loss);
      await expect(back).toContainText('3');
      // What is written at last has not moved the card under the hand.
      expect(await place()).toEqual(before);
      await back.click();
      await expect(stat(page, 'step')).toHaveText('3');
      await expect(stat(page, 'loss')).toHaveText(loss);
      await expect(value).toHaveValue(trained);
      await expect(back).toHaveCount(0);
      // The button is gone, and has not taken the focus with it.
      await expect(value).toBeFocused();
    });
  });
}

test('a number that was set by hand is gone back to in the network on screen, and not from a run that began anew', async ({
  page,
}) => {
  await openLesson(page, 'lab-09-2');
  const strip = nodesOf(page, 'dense').first().getByTestId('weight-strip');
  const editor = page.getByTestId('weight-editor');
  const value = editor.getByRole('textbox');
  const back = page.getByTestId('weight-back');
  const open = () =>
    expect
      .poll(async () => {
        await press(page, strip);
        return editor.count();
      })
      .toBe(1);
  for (let i = 0; i < 3; i++) await page.locator('[data-tour=step]').click();
  await expect(stat(page, 'step')).toHaveText('3');
  await open();
  const trained = await value.inputValue();
  await value.fill('-4');
  await value.press('Enter');
  await expect(back).toContainText('3');
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);

  // A node more: going back to a number takes none away.
  const before = await nodes(page).count();
  await nodesOf(page, 'dense').first().locator('header').click();
  await expect
    .poll(async () => {
      await page.keyboard.press('ControlOrMeta+d');
      return nodes(page).count();
    })
    .toBeGreaterThan(before);
  const more = await nodes(page).count();
  await open();
  await expect(value).toHaveValue('-4');
  await back.click();
  await expect(value).toHaveValue(trained);
  await expect(value).toBeFocused();
  await expect(stat(page, 'step')).toHaveText('3');
  await expect(nodes(page)).toHaveCount(more);

  // A run that made an update is kept; reset leaves it, and what was set by hand after it.
  await page.locator('[data-tour=step]').click();
  await expect(stat(page, 'step')).toHaveText('4');
  await value.fill('2');
  await value.press('Enter');
  await expect(back).toContainText('4');
  await page.locator('[data-tour=reset]').click();
  await expect(value).not.toHaveValue('2');
  await expect(editor).toContainText('A number set here begins a new run at step 0.');
  await expect(back).toHaveCount(0);
});

test('a run that is taken up has no way back to one that it did not come from', async ({
  page,
}) => {
  await openLesson(page, 'lab-09-2');
  const strip = nodesOf(page, 'dense').first().getByTestId('weight-strip');
  const editor = page.getByTestId('weight-editor');
  const value = editor.getByRole('textbox');
  const back = page.getByTestId('weight-back');
  const step = page.locator('[data-tour=step]');
  const open = () =>
    expect
      .poll(async () => {
        await press(page, strip);
        return editor.count();
      })
      .toBe(1);
  for (let i = 0; i < 3; i++) await step.click();
  await expect(stat(page, 'step')).toHaveText('3');
  await open();
  await value.fill('-4');
  await value.press('Enter');
  await expect(back).toContainText('3');
  // A run of its own, from the seed, and then the first one once more.
  await page.locator('[data-tour=reset]').click();
  await expect(value).not.toHaveValue('-4');
  for (let i = 0; i < 2; i++) await step.click();
  await expect(stat(page, 'step')).toHaveText('2');
  await unfold(page, 'runs');
  const rows = page.locator('[data-picture=runs] [data-run]');
  await expect(rows).toHaveCount(2);
  for (const [run, steps] of [
    ['1', '3'],
    ['2', '2'],
  ]) {
    await page.getByRole('button', { name: new RegExp(`^Take up run ${run}`) }).click();
    await expect(stat(page, 'step')).toHaveText(steps ?? '');
  }
  await open();
  await expect(value).not.toHaveValue('-4');
  await expect(back).toHaveCount(0);
  await expect(editor).toContainText('A number set here begins a new run at step 0.');
});

test('on a phone the node of a weight that is open stays in sight', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await openLesson(page, 'lab-09-2');
  for (const at of [0, 1]) {
    const node = nodesOf(page, 'dense').nth(at);
    const editor = page.getByTestId('weight-editor');
    await expect
      .poll(async () => {
        await press(page, node.getByTestId('weight-strip'), at === 0 ? 0.2 : 0.3);
        return editor.count();
      })
      .toBe(1);
    await expect(editor).toBeVisible();
    const [card, own] = [await editor.boundingBox(), await node.boundingBox()];
    if (!card || !own) throw new Error('not on screen');
    const isBeside = card.x >= own.x + own.width || card.x + card.width <= own.x;
    const isBelow = card.y >= own.y + own.height || card.y + card.height <= own.y;
    expect(isBeside || isBelow).toBe(true);
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(375);
    await page.keyboard.press('Escape');
    await expect(editor).toHaveCount(0);
  }
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

/** Where all nodes are on the canvas. */
const placesOf = (page: Page): Promise<(string | null)[]> =>
  nodes(page).evaluateAll((all) => all.map((node) => node.getAttribute('style')));

/** Presses the wire from the first input to the first unit, which is so far across. */
async function press(page: Page, strip: Locator, across = 0.2): Promise<void> {
  const box = await strip.boundingBox();
  if (!box) throw new Error('no weights');
  await page.mouse.click(box.x + across * box.width, box.y + 0.43 * box.height);
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
