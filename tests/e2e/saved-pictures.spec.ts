import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { documentOf } from '../support/documents.ts';
import { jsonFile, nodes, nodesOf, openFile, visit } from './page.ts';
import { download, share } from './sharing-page.ts';

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
