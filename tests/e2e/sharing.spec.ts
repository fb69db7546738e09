import { type Browser, expect, type Page, test } from '@playwright/test';
import { printLink } from '../../src/document/link-text.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { documentOf } from '../support/documents.ts';
import { readPreset } from '../support/presets.ts';
import { jsonFile, nodes, openFile, stat, stepOf, visit } from './page.ts';
import { download, share } from './sharing-page.ts';

const linkBox = (page: Page) => page.getByRole('textbox', { name: 'Link', exact: true });

/** The work as the page hands it over. */
async function savedDocument(page: Page): Promise<GraphDocument> {
  const { bytes } = await download(page, () =>
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  );
  return JSON.parse(bytes.toString('utf8'));
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
