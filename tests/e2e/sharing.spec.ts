import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { printLink } from '../../src/document/link-text.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { documentOf } from '../support/documents.ts';
import { readPreset } from '../support/presets.ts';
import { jsonFile, nodes, nodesOf, openFile, stat, stepOf, visit } from './page.ts';

const share = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
};
const linkBox = (page: Page) => page.getByRole('textbox', { name: 'Link', exact: true });

/** The work as the page hands it over. */
async function savedDocument(page: Page): Promise<GraphDocument> {
  const { bytes } = await download(page, () =>
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  );
  return JSON.parse(bytes.toString('utf8'));
}

/** What a press hands over. */
async function download(page: Page, press: () => Promise<void>) {
  const waiting = page.waitForEvent('download');
  await press();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** A page of a browser that was never here. */
async function freshPage(browser: Browser): Promise<Page> {
  return await (await browser.newContext()).newPage();
}

const networkOf = ({ graph, layout, training, meta }: GraphDocument) => ({
  graph,
  layout,
  training,
  meta,
});

test.describe('a link', () => {
  test('takes lab-11-2 whole to a browser that was never here, in under 2,000 characters', async ({
    page,
    browser,
  }) => {
    await page.goto('/?lesson=lab-11-2');
    await expect(nodes(page)).toHaveCount(19);
    await page.getByRole('textbox', { name: 'Title of this network' }).fill('my CNN');
    await share(page);
    const link = await linkBox(page).inputValue();
    expect(link).toContain('#n=');
    expect(link.length).toBeLessThan(2000);
    const other = await freshPage(browser);
    await other.goto(link);
    await expect(nodes(other)).toHaveCount(19);
    const preset = networkOf(readPreset('lab-11-2'));
    expect(networkOf(await savedDocument(other))).toEqual({
      ...preset,
      meta: { ...preset.meta, title: 'my CNN' },
    });
    // What is edited from now on outlives a reload.
    expect(new URL(other.url()).hash).toBe('');
    await other.getByRole('textbox', { name: 'Title of this network' }).fill('mine now');
    await other.reload();
    await expect(other.getByRole('textbox', { name: 'Title of this network' })).toHaveValue(
      'mine now',
    );
    await other.context().close();
  });

  test('is copied with one press, and takes trained weights along on wish', async ({
    page,
    browser,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit(page);
    await page.getByRole('button', { name: 'One step', exact: true }).click();
    await expect.poll(() => stepOf(page)).toBe(1);
    const loss = await stat(page, 'loss').innerText();
    await share(page);
    await page.getByRole('switch', { name: /^Trained weights \(9 at update 1\)/ }).click();
    const link = await linkBox(page).inputValue();
    await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    const other = await freshPage(browser);
    await other.goto(link);
    await expect.poll(() => stepOf(other)).toBe(1);
    await expect(stat(other, 'loss')).toHaveText(loss);
    await other.context().close();
  });

  test('leaves own work a step back, and brings it back with one press', async ({ page }) => {
    await visit(page);
    const title = page.getByRole('textbox', { name: 'Title of this network' });
    await title.fill('my work');
    const document = { ...readPreset('lab-05-1'), meta: { title: 'from a friend' } };
    await page.evaluate(
      (text) => {
        location.hash = text;
      },
      `n=${printLink({ document })}`,
    );
    await expect(title).toHaveValue('from a friend');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(title).toHaveValue('my work');
    await expect(nodes(page)).toHaveCount(6);
  });

  test('can be for looking only: nothing is edited, and a reload shows it again', async ({
    page,
  }) => {
    await visit(page);
    await page.getByRole('textbox', { name: 'Title of this network' }).fill('mine');
    await share(page);
    await page.getByRole('switch', { name: /^Only to be looked at/ }).click();
    const link = await linkBox(page).inputValue();
    expect(link).toContain('?edit=no#n=');
    await page.goto(link);
    await expect(nodes(page)).toHaveCount(6);
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    // There is nothing of the person's to go back to.
    await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
    await page.reload();
    await expect(nodes(page)).toHaveCount(6);
    expect(page.url()).toBe(link);
    // It is handed on as it came.
    await share(page);
    await expect(linkBox(page)).toHaveValue(link);
    await expect(page.getByRole('button', { name: 'SVG', exact: true })).toBeVisible();
  });

  test('only names a lesson that was not touched', async ({ page, browser }) => {
    await page.goto('/?lesson=lab-05-1');
    await expect(nodes(page)).not.toHaveCount(0);
    const count = await nodes(page).count();
    await share(page);
    await expect(linkBox(page)).toHaveValue(/\?lesson=lab-05-1$/);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toHaveAccessibleDescription(/^The link names the lesson/);
    const link = await linkBox(page).inputValue();
    const other = await freshPage(browser);
    await other.goto(link);
    await expect(nodes(other)).toHaveCount(count);
    await other.context().close();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Title of this network' }).fill('mine');
    await share(page);
    await expect(linkBox(page)).toHaveValue(/#n=1/);
    await expect(dialog).toHaveAccessibleDescription(/^The link holds the whole network/);
  });

  test('says what does not fit, and what to do', async ({ page }) => {
    await visit(page);
    const points = Array.from({ length: 3000 }, (_, i) => [
      Math.sin(i) * 3.123,
      Math.cos(i * i) * 2.345,
      i % 2,
    ]);
    const big = documentOf({
      nodes: {
        own: { kind: 'points', params: { dataset: 'own', points } },
        dense1: { kind: 'dense', params: { units: 1 } },
        sigmoid1: { kind: 'sigmoid', params: {} },
        cost: { kind: 'loss', params: { type: 'binaryCrossentropy' } },
      },
      wires: [
        { id: 'w1', from: 'own', to: 'dense1' },
        { id: 'w2', from: 'dense1', to: 'sigmoid1' },
        { id: 'w3', from: 'sigmoid1', to: 'cost' },
      ],
    });
    await openFile(page, jsonFile('big.json', big));
    await expect(nodes(page)).toHaveCount(4);
    await share(page);
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await expect(dialog.getByRole('alert')).toContainText('8,000 are the limit');
    await expect(linkBox(page)).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Leave your own data out' }).click();
    expect((await linkBox(page).inputValue()).length).toBeLessThan(1000);
  });
});

test('a network in a frame beside one’s own tab is a quiet picture: it asks nothing and keeps nothing', async ({
  page,
  context,
}) => {
  await visit(page);
  await page.getByRole('textbox', { name: 'Title of this network' }).fill('on the slide');
  await expect(page.locator('[data-keeping=kept]')).toBeVisible();
  await share(page);
  const code = await page.getByRole('textbox', { name: 'Embed in a page' }).inputValue();
  const slide = await context.newPage();
  await slide.route('**/slide.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<h1>A slide</h1>${code}` }),
  );
  await slide.goto('/slide.html');
  const frame = slide.frameLocator('iframe');
  const title = frame.getByRole('textbox', { name: 'Title of this network' });
  await expect(title).toHaveValue('on the slide');
  await expect(frame.locator('[data-stat=loss] [data-value]')).toHaveText('0.7584');
  await expect(frame.locator('[data-keeping]')).toHaveCount(0);
  await expect(frame.getByRole('button', { name: 'Your projects' })).toHaveCount(0);
  // There is nothing before what is shown.
  await expect(frame.getByRole('button', { name: 'Undo' })).toBeDisabled();

  await title.fill('changed in the frame');
  await expect(frame.getByText('What you change here is not kept')).toBeVisible();
  const popup = slide.waitForEvent('popup');
  await frame.getByRole('button', { name: 'Go on in a tab of its own' }).click();
  const tab = await popup;
  await expect(tab.locator('header input')).toHaveValue('changed in the frame');
  // By now it would have asked about the tab that writes the project.
  await expect(frame.getByRole('dialog')).toHaveCount(0);
  await slide.reload();
  await expect(title).toHaveValue('on the slide');
  await expect(page.locator('header input')).toHaveValue('on the slide');
  await expect(page.locator('[data-keeping=kept]')).toBeVisible();
});

/** A page with ours in a frame, at an address of ours. */
async function slideWith(page: Page, address: string) {
  await page.route('**/slide.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe src="${address}" width="1300" height="760"></iframe>`,
    }),
  );
  await page.goto('/slide.html');
  return page.frameLocator('iframe');
}

test('a network in a frame says that edits are not kept, after another language was chosen too', async ({
  page,
}) => {
  const document = readPreset('lab-09-2');
  const frame = await slideWith(page, `/#n=${printLink({ document })}`);
  await expect(frame.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(frame.getByRole('button', { name: 'Your projects' })).toHaveCount(0);
  await frame.getByRole('button', { name: 'Switch to Korean' }).click();
  await expect(frame.getByRole('button', { name: '영어로 바꾸기' })).toBeVisible();
  await frame.locator('header input').fill('바꾼 이름');
  await expect(frame.getByText('여기서 고친 것은 보관되지 않고')).toBeVisible();
});

test('a network with mistakes in a frame has nothing before it, and says that edits are not kept', async ({
  page,
}) => {
  const document = documentOf({ nodes: { strange: { kind: 'nonsense', params: {} } }, wires: [] });
  const titled = { ...document, meta: { title: 'with a mistake' } };
  const frame = await slideWith(page, `/#n=${printLink({ document: titled })}`);
  const title = frame.getByRole('textbox', { name: 'Title of this network' });
  await frame.getByRole('button', { name: 'Open anyway' }).click();
  await expect(title).toHaveValue('with a mistake');
  await expect(frame.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await title.fill('changed in the frame');
  await expect(frame.getByText('What you change here is not kept')).toBeVisible();
});

test('a page in a frame that keeps work goes on keeping it when its host sends it a network', async ({
  page,
}) => {
  const frame = await slideWith(page, '/');
  await expect(frame.locator('[data-keeping=kept]')).toBeVisible();
  const document = { ...readPreset('lab-09-2'), meta: { title: 'sent by the host' } };
  await page.evaluate(
    (hash) => {
      const child = window.document.querySelector('iframe')?.contentWindow;
      if (child) child.location.hash = hash;
    },
    `n=${printLink({ document })}`,
  );
  const title = frame.getByRole('textbox', { name: 'Title of this network' });
  await expect(title).toHaveValue('sent by the host');
  await expect(frame.getByRole('button', { name: 'Your projects' })).toBeVisible();
  await title.fill('mine by now');
  await expect(frame.locator('[data-keeping=kept]')).toBeVisible();
  await expect(frame.getByText('What you change here is not kept')).toHaveCount(0);
  await page.reload();
  await expect(title).toHaveValue('mine by now');
});

test.describe('a link that is not as it should be', () => {
  const good = printLink({ document: readPreset('lab-11-2') });
  const named = documentOf({
    nodes: {
      constructor: { kind: 'dense', name: '<img src=x onerror="window.hit=1">', params: {} },
    },
    wires: [],
  });
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['cut off', good.slice(0, 300), /damaged/],
    ['changed', good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), /damaged/],
    ['empty', '', /damaged/],
    ['noise', '%3Cscript%3E', /damaged/],
    ['of tomorrow', `2${good.slice(1)}`, /newer Netwright/],
    ['endless', 'A'.repeat(500_000), /more than this page reads/],
  ];
  for (const [what, text, message] of cases) {
    test(`is refused with a way out, and the page is as it was: ${what}`, async ({ page }) => {
      await page.goto(`/#n=${text}`);
      const alert = page.getByRole('alert').filter({ hasText: message });
      await expect(alert).toContainText('Your work is as it was.');
      await expect(alert.getByRole('button', { name: 'Open a file' })).toBeVisible();
      await expect(nodes(page)).toHaveCount(6);
      await expect(stat(page, 'loss')).toHaveText('0.7584');
    });
  }

  test('asks before it opens a network with mistakes, and shows names as text', async ({
    page,
  }) => {
    await visit(page);
    const hash = `n=${printLink({ document: { ...named, meta: { title: '<b>bold</b>' } } })}`;
    await page.evaluate((text) => {
      location.hash = text;
    }, hash);
    const anyway = page.getByRole('button', { name: 'Open anyway' });
    const title = page.getByRole('textbox', { name: 'Title of this network' });
    await expect
      .poll(async () => {
        if (await anyway.isVisible()) {
          await expect(page.getByRole('dialog', { name: /of this link has/ })).toBeVisible();
          await anyway.click();
        }
        return title.inputValue();
      })
      .toBe('<b>bold</b>');
    await expect(nodes(page)).toContainText('<img src=x');
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(await page.evaluate(() => ({}).constructor === Object)).toBe(true);
  });
});

test.describe('the graph as a picture', () => {
  test('is SVG with names, shapes and parameters as text, and safe', async ({ page }) => {
    await visit(page);
    const node = nodes(page).nth(1);
    await node.click();
    await page.getByRole('tab', { name: 'Layer', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('<b>&"hidden"');
    await page.getByRole('textbox', { name: 'Name', exact: true }).press('Enter');
    await share(page);
    const { name, bytes } = await download(page, () =>
      page.getByRole('button', { name: 'SVG', exact: true }).click(),
    );
    expect(name).toBe('XOR-with-a-hidden-layer-graph.svg');
    const read = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const texts = [...parsed.querySelectorAll('text')].map((each) => each.textContent ?? '');
      return { error: parsed.querySelector('parsererror')?.textContent ?? '', texts };
    }, bytes.toString('utf8'));
    expect(read.error).toBe('');
    expect(read.texts.join('\n')).toContain('<b>&"hidden"');
    for (const word of ['Points', 'XOR', '2×2 + 2 = 6 parameters', '2 units', 'Sigmoid']) {
      expect(read.texts.join('\n')).toContain(word);
    }
    expect(read.texts.filter((text) => text === '2')).toHaveLength(3);
  });

  test('is PNG at twice and four times the size', async ({ page }) => {
    await visit(page);
    await share(page);
    const sizes: number[] = [];
    for (const scale of [2, 4]) {
      const { name, bytes } = await download(page, () =>
        page.getByRole('button', { name: `PNG ${scale}×` }).click(),
      );
      expect(name).toBe('XOR-with-a-hidden-layer-graph.png');
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      sizes.push(bytes.readUInt32BE(16));
    }
    const [twice = 0, fourTimes = 0] = sizes;
    expect(fourTimes).toBeGreaterThan(1500);
    expect(Math.abs(fourTimes - 2 * twice)).toBeLessThanOrEqual(2);
  });

  test('the link has a QR code that can be shown large', async ({ page }) => {
    await visit(page);
    await share(page);
    await page.getByRole('button', { name: 'Show the QR code large' }).click();
    const code = page.getByRole('img', { name: 'QR code of the link' });
    await expect.poll(async () => (await code.boundingBox())?.width ?? 0).toBeGreaterThan(400);
    await page.getByRole('button', { name: 'Show the QR code small' }).click();
    await expect(page.getByRole('textbox', { name: 'Embed in a page' })).toHaveValue(
      /^<iframe src="http:\/\/localhost:\d+\/\?lesson=lab-09-2" title="XOR/,
    );
  });
});

const shapesNetwork = documentOf({
  nodes: {
    drawn: { kind: 'images', params: { dataset: 'shapes' } },
    conv1: { kind: 'conv2d', params: { filters: 4 } },
    flatten: { kind: 'flatten', params: {} },
    dense1: { kind: 'dense', params: { units: 3 } },
    softmax1: { kind: 'softmax', params: {} },
    cost: { kind: 'loss', params: { type: 'categoricalCrossentropy' } },
  },
  wires: [
    { id: 'w1', from: 'drawn', to: 'conv1' },
    { id: 'w2', from: 'conv1', to: 'flatten' },
    { id: 'w3', from: 'flatten', to: 'dense1' },
    { id: 'w4', from: 'dense1', to: 'softmax1' },
    { id: 'w5', from: 'softmax1', to: 'cost' },
  ],
});

/** Pixels of a file that are as dark as ink. */
const darkSpots = (page: Page, bytes: Buffer): Promise<number> =>
  page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      let found = 0;
      for (let i = 0; i < pixels.length; i += 4) {
        if ((pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0) < 200) found++;
      }
      return found;
    },
    `data:image/png;base64,${bytes.toString('base64')}`,
  );

test.describe('a picture of the panel', () => {
  const part = (page: Page, id: string) => page.locator(`[data-picture="${id}"]`);
  const save = async (page: Page, id: string, as: 'As PNG' | 'As SVG') => {
    await part(page, id).getByRole('button', { name: 'Save this picture' }).click();
    return await download(page, () => page.getByRole('menuitem', { name: as }).click());
  };

  test('is saved as PNG, twice as large as on screen, named after what it shows', async ({
    page,
  }) => {
    await visit(page);
    const { name, bytes } = await save(page, 'decision-boundary', 'As PNG');
    expect(name).toBe('XOR-with-a-hidden-layer-Decision-boundary.png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const box = await part(page, 'decision-boundary').locator('section').boundingBox();
    expect(Math.abs(bytes.readUInt32BE(16) - 2 * (box?.width ?? 0))).toBeLessThan(4);
    // More than one colour: the boundary itself is on it, not only its frame.
    const colours = await page.evaluate(
      async (data) => {
        const image = new Image();
        image.src = data;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context?.drawImage(image, 0, 0);
        const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
        const found = new Set<number>();
        for (let i = 0; i < pixels.length; i += 400) {
          found.add(65536 * (pixels[i] ?? 0) + 256 * (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0));
        }
        return found.size;
      },
      `data:image/png;base64,${bytes.toString('base64')}`,
    );
    expect(colours).toBeGreaterThan(50);
    for (const id of ['truth-table', 'loss-curve']) {
      expect((await save(page, id, 'As PNG')).bytes.length).toBeGreaterThan(5000);
    }
  });

  test('is saved as SVG where it is made of lines, with its words as text', async ({ page }) => {
    await page.goto('/?lesson=lab-02-1');
    await expect(page.getByTestId('fit')).toBeVisible();
    const { name, bytes } = await save(page, 'fit', 'As SVG');
    expect(name).toMatch(/\.svg$/);
    const read = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        error: parsed.querySelector('parsererror')?.textContent ?? '',
        texts: [...parsed.querySelectorAll('text')].map((each) => each.textContent ?? ''),
        lines: parsed.querySelectorAll('polyline').length,
        points: parsed.querySelectorAll('circle').length,
      };
    }, bytes.toString('utf8'));
    expect(read).toMatchObject({ error: '', lines: 1, points: 3 });
    expect(bytes.toString('utf8')).not.toMatch(/var\(|class=/);
    expect(read.texts.length).toBeGreaterThan(4);
    // The truth table is no drawing.
    await part(page, 'truth-table').getByRole('button', { name: 'Save this picture' }).click();
    await expect(page.getByRole('menuitem')).toHaveCount(1);
  });

  test('shows what an image network confuses, and a layer looked into whole', async ({ page }) => {
    await visit(page);
    await openFile(page, jsonFile('shapes.json', shapesNetwork));
    await expect(part(page, 'scores').locator('[data-cell]')).toHaveCount(9);
    // Every number of the table is text on the picture, in the page's own typeface.
    const matrix = await save(page, 'scores', 'As PNG');
    expect(matrix.name).toMatch(/How-good\.png$/);
    const shown = part(page, 'scores').locator('section').first();
    const dark = await darkSpots(page, matrix.bytes);
    expect(dark).toBeGreaterThan(400);
    const { height = 0 } = (await shown.boundingBox()) ?? {};
    expect(Math.abs(matrix.bytes.readUInt32BE(20) - 2 * height)).toBeLessThan(8);

    await page.setViewportSize({ width: 1280, height: 480 });
    await nodesOf(page, 'conv2d').locator('canvas').first().click();
    const lens = page.getByRole('region', { name: /^Inside Conv2D/ });
    await expect(lens.getByText('All 4 maps')).toBeVisible();
    const waiting = page.waitForEvent('download');
    await lens.getByRole('button', { name: 'Save this picture' }).click();
    await page.getByRole('menuitem', { name: 'As PNG' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/Inside-Conv2D\.png$/);
    const bytes = await readFile(await file.path());
    // All of it, what would have to be scrolled to as well.
    const box = await lens.boundingBox();
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(2.2 * (box?.height ?? 0));
  });
});
