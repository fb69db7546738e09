import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { printLink } from '../../src/document/link-text.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { documentOf } from '../support/documents.ts';
import { readPreset } from '../support/presets.ts';
import { jsonFile, nodes, openFile, stat, stepOf, visit } from './page.ts';

const share = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
};
const linkBox = (page: Page) => page.getByRole('textbox', { name: 'Link', exact: true });

/** What the page keeps of the work, as it would be there after a reload. */
const keptDocument = (page: Page): Promise<GraphDocument | undefined> =>
  page.evaluate(
    () =>
      new Promise<GraphDocument | undefined>((resolve, reject) => {
        const opening = indexedDB.open('keyval-store');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const get = opening.result
            .transaction('keyval')
            .objectStore('keyval')
            .get('netwright-autosave');
          get.onsuccess = () => resolve(get.result);
          get.onerror = () => reject(get.error);
        };
      }),
  );

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
    await share(page);
    const link = await linkBox(page).inputValue();
    expect(link.length).toBeLessThan(2000);
    const other = await freshPage(browser);
    await other.goto(link);
    await expect(nodes(other)).toHaveCount(19);
    await expect
      .poll(async () => {
        const kept = await keptDocument(other);
        return kept && networkOf(kept);
      })
      .toEqual(networkOf(readPreset('lab-11-2')));
    // What is edited from now on outlives a reload.
    expect(new URL(other.url()).hash).toBe('');
    await other.getByRole('textbox', { name: 'Title of this network' }).fill('mine now');
    await expect.poll(async () => (await keptDocument(other))?.meta.title).toBe('mine now');
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
    await share(page);
    await page.getByRole('switch', { name: /^Only to be looked at/ }).click();
    const link = await linkBox(page).inputValue();
    expect(link).toContain('?edit=no#n=');
    await page.goto(link);
    await expect(nodes(page)).toHaveCount(6);
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await page.reload();
    await expect(nodes(page)).toHaveCount(6);
    expect(page.url()).toBe(link);
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
        if (await anyway.isVisible()) await anyway.click();
        return title.inputValue();
      })
      .toBe('<b>bold</b>');
    await expect(nodes(page)).toContainText('<img src=x');
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(await page.evaluate(() => ({}).constructor === Object)).toBe(true);
  });
});

test.describe('the graph as a picture', () => {
  /** What a press hands over. */
  async function download(page: Page, press: () => Promise<void>) {
    const waiting = page.waitForEvent('download');
    await press();
    const file = await waiting;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

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
      /^<iframe src="http:\/\/localhost:\d+\/#n=1[\w-]+" title="XOR/,
    );
  });
});
