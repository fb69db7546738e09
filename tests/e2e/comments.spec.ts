import { expect, type Locator, type Page, test } from '@playwright/test';
import { documentOf } from '../support/documents.ts';
import { chain } from '../support/graphs.ts';
import { node, places, residual } from './arranging-page.ts';
import { drag, jsonFile, middle, nodes, openFile, undo, visit, zoomOf } from './page.ts';

test('a comment is tidied along with the layer that it stands beside, in the same step', async ({
  page,
}) => {
  await visit(page);
  const notes = {
    note1: { text: 'below b', x: 600, y: 500, width: 200, height: 60 },
    note2: { text: 'over d', x: -40, y: 690, width: 280, height: 160 },
  };
  const layout = {
    s: { x: 0, y: 0 },
    a: { x: 300, y: 200 },
    b: { x: 600, y: 400 },
    c: { x: 0, y: 400 },
    j: { x: 300, y: 600 },
    d: { x: 0, y: 720 },
    p: { x: 600, y: 0 },
    l: { x: 900, y: 900 },
  };
  const meta = { title: 'commented' };
  await openFile(page, jsonFile('graph.json', { ...documentOf(residual), layout, notes, meta }));
  await expect(comments(page)).toHaveCount(2);
  // The pictures in the cards come later, and make them taller.
  await expect(page.getByTestId('unit-maps')).toHaveCount(7);
  await expect(page.getByTestId('weight-strip').first()).toBeVisible();
  const before = await places(page);
  const apart = async (note: string, id: string) => {
    const [a, b] = [
      await middle(page.locator(`[data-comment="${note}"]`)),
      await middle(node(page, id)),
    ];
    const zoom = await zoomOf(page);
    return [Math.round((a.x - b.x) / zoom), Math.round((a.y - b.y) / zoom)];
  };
  const [beside, over] = [await apart('note1', 'b'), await apart('note2', 'd')];
  await page.getByRole('button', { name: 'Tidy', exact: true }).click();
  await expect.poll(() => places(page)).not.toEqual(before);
  await expect.poll(() => apart('note2', 'd')).toEqual(over);
  const free = await page.locator('[data-comment=note1]').boundingBox();
  for (const each of await page.locator('.react-flow__node-layer').all()) {
    const box = await each.boundingBox();
    if (!free || !box) throw new Error('not on screen');
    const apartX = box.x >= free.x + free.width || free.x >= box.x + box.width;
    const apartY = box.y >= free.y + free.height || free.y >= box.y + box.height;
    expect(apartX || apartY).toBe(true);
  }
  await undo(page).click();
  await expect.poll(() => places(page)).toEqual(before);
  expect(await apart('note1', 'b')).toEqual(beside);
});

test('a comment that frames layers frames them again when they are tidied, in the same step', async ({
  page,
}) => {
  await visit(page);
  const three = chain(['points'], ['dense', { units: 1 }], ['sigmoid'], ['loss']);
  const notes = { frame: { text: 'hidden', x: -40, y: 260, width: 300, height: 560 } };
  const layout = {
    n0: { x: 0, y: 0 },
    n1: { x: 0, y: 300 },
    n2: { x: 0, y: 560 },
    n3: { x: 0, y: 900 },
  };
  const meta = { title: 'framed' };
  await openFile(page, jsonFile('graph.json', { ...documentOf(three), layout, notes, meta }));
  await expect(page.getByTestId('weight-strip').first()).toBeVisible();
  const framed = async (): Promise<string[]> => {
    const frame = await page.locator('[data-comment=frame]').boundingBox();
    const inside: string[] = [];
    for (const id of ['n0', 'n1', 'n2', 'n3']) {
      const box = await node(page, id).boundingBox();
      if (!frame || !box) continue;
      const isIn =
        box.x >= frame.x &&
        box.y >= frame.y &&
        box.x + box.width <= frame.x + frame.width &&
        box.y + box.height <= frame.y + frame.height;
      if (isIn) inside.push(id);
    }
    return inside;
  };
  await expect.poll(framed).toEqual(['n1', 'n2']);
  const before = await places(page);
  await page.getByRole('button', { name: 'Tidy', exact: true }).click();
  await expect.poll(() => places(page)).not.toEqual(before);
  await expect.poll(framed).toEqual(['n1', 'n2']);
  await expect(undo(page)).toHaveAccessibleName('Undo: tidy');
  await undo(page).click();
  await expect.poll(() => places(page)).toEqual(before);
  await expect.poll(framed).toEqual(['n1', 'n2']);
});

const comments = (page: Page): Locator => page.locator('[data-comment]');

test('a comment is written, moved, coloured, kept and taken back, by mouse and by key', async ({
  page,
}) => {
  await visit(page);
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Text of the comment' })).toBeFocused();
  await page.keyboard.type('Two neurons, **two lines** and $w_1 x$ <b>no tag</b>');
  await page.keyboard.press('Escape');
  const comment = comments(page).first();
  await expect(comment.locator('strong')).toHaveText('two lines');
  await expect(comment.locator('.katex')).toHaveCount(1);
  await expect(comment).toContainText('<b>no tag</b>');
  await expect(page.getByRole('article', { name: 'Comment' })).toBeVisible();

  // Enter types again where the focus is; arrows move it.
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' more');
  await page.keyboard.press('Escape');
  await expect(comment).toContainText('more');
  const before = await comment.boundingBox();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await comment.boundingBox())?.y).toBeGreaterThan(before?.y ?? 0);
  await expect(undo(page)).toHaveAccessibleName('Undo: move a comment');

  await page
    .getByRole('toolbar', { name: 'Comment' })
    .getByRole('button', { name: 'Green' })
    .click();
  await expect(undo(page)).toHaveAccessibleName('Undo: change a comment');

  const at = await middle(comment);
  await drag(page, at, { x: at.x - 40, y: at.y - 24 });
  await expect(undo(page)).toHaveAccessibleName('Undo: move a comment');
  // On the canvas' own scale: all that is shown after a reload may be shown smaller.
  const width = (): Promise<number> => comment.evaluate((box) => (box as HTMLElement).offsetWidth);
  const drawn = await width();
  await page.reload();
  await expect(comments(page)).toContainText('more');
  expect(await width()).toBe(drawn);

  await comment.click({ position: { x: 16, y: 10 } });
  await page.keyboard.press('Delete');
  await expect(comments(page)).toHaveCount(0);
  await expect(nodes(page)).toHaveCount(6);
  await undo(page).click();
  await expect(comments(page)).toContainText('more');

  await comment.dblclick({ position: { x: 16, y: 10 } });
  await page.keyboard.type('New words');
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await expect(comments(page)).toHaveText('New words');
});

test('a comment lies behind wires and layers', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Text of the comment' })).toBeFocused();
  await page.keyboard.type('behind');
  await page.keyboard.press('Escape');
  const layer = nodes(page).first();
  const from = await middle(comments(page).first());
  const to = await middle(layer);
  await drag(page, from, { x: to.x + 40, y: to.y });
  const front = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-kind], [data-comment]')?.tagName,
    to,
  );
  expect(front).toBe('ARTICLE');
  expect(
    await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-comment]') === null,
      to,
    ),
  ).toBe(true);
});
