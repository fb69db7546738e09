import { expect, type Page, test } from '@playwright/test';
import { printLink } from '../../src/document/link-text.ts';
import { documentOf } from '../support/documents.ts';
import { readPreset } from '../support/presets.ts';
import { visit } from './page.ts';
import { share } from './sharing-page.ts';

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
