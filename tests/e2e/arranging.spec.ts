import { expect, type Locator, type Page, test } from '@playwright/test';
import { documentOf } from '../support/documents.ts';
import { chain, sketch } from '../support/graphs.ts';
import {
  drag,
  jsonFile,
  kindInPalette,
  middle,
  nodes,
  nodesOf,
  openFile,
  openGraph,
  port,
  startEmpty,
  visit,
  zoomOf,
} from './page.ts';

const residual = sketch(
  {
    s: ['points'],
    a: ['dense', { units: 2 }],
    b: ['dense', { units: 2 }],
    c: ['dense', { units: 2 }],
    j: ['add'],
    d: ['dense', { units: 1 }],
    p: ['sigmoid'],
    l: ['loss'],
  },
  ['s>a', 'a>b', 'b>c', 'c>j', 'a>j', 'j>d', 'd>p', 'p>l'],
);

const node = (page: Page, id: string): Locator =>
  page.locator(`.react-flow__node[data-id="${id}"]`);
const undo = (page: Page): Locator => page.getByRole('button', { name: /^Undo/ });

/** Where nodes stand on the canvas, however it is looked at. */
const places = (page: Page): Promise<string[]> =>
  nodes(page).evaluateAll((all) => all.map((each) => (each as HTMLElement).style.transform));

test('tidies to the right and downward, each as one step, and ports turn with the drawing', async ({
  page,
}) => {
  await visit(page);
  await openGraph(page, residual);
  const before = await places(page);
  await page.getByRole('button', { name: 'Tidy', exact: true }).click();
  await expect.poll(() => places(page)).not.toEqual(before);
  const right = await places(page);
  await expect(port(node(page, 'a'), 'source')).toHaveClass(/react-flow__handle-right/);

  await page.getByRole('button', { name: 'Lay out top to bottom' }).click();
  await expect(port(node(page, 'a'), 'source')).toHaveClass(/react-flow__handle-bottom/);
  await expect.poll(() => places(page)).not.toEqual(right);
  await expect
    .poll(async () => (await middle(node(page, 'j'))).y - (await middle(node(page, 'c'))).y)
    .toBeGreaterThan(0);
  const down = await places(page);
  // The direction is remembered: tidying again changes nothing, and there is no step of nothing.
  await page.keyboard.press('t');
  await expect(undo(page)).toHaveAccessibleName('Undo: tidy');
  await undo(page).click();
  await expect.poll(() => places(page)).toEqual(right);
  await expect(port(node(page, 'a'), 'source')).toHaveClass(/react-flow__handle-right/);
  await undo(page).click();
  await expect.poll(() => places(page)).toEqual(before);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect.poll(() => places(page)).toEqual(down);
});

test('a skip connection runs beside the layers it passes, not behind them', async ({ page }) => {
  await visit(page);
  await openGraph(page, residual);
  for (const way of ['Lay out top to bottom', 'Lay out left to right']) {
    await page.getByRole('button', { name: way }).click();
    await expect.poll(() => behind(page, 'w5', ['b', 'c'])).toBe(false);
  }
});

/** Whether a wire runs over the box of a node. */
const behind = (page: Page, wire: string, ids: readonly string[]): Promise<boolean> =>
  page.evaluate(
    ([id, boxes]) => {
      const path = document.querySelector<SVGPathElement>(
        `.react-flow__edge[data-id="${id}"] .react-flow__edge-path`,
      );
      const matrix = path?.getScreenCTM();
      if (!path || !matrix) return true;
      const length = path.getTotalLength();
      return Array.from({ length: 200 }, (_, i) =>
        path.getPointAtLength((length * i) / 199).matrixTransform(matrix),
      ).some(({ x, y }) =>
        boxes.some((each) => {
          const box = document
            .querySelector(`.react-flow__node[data-id="${each}"]`)
            ?.getBoundingClientRect();
          return box && x > box.left && x < box.right && y > box.top && y < box.bottom;
        }),
      );
    },
    [wire, ids] as const,
  );

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

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('nodes glide to their places', async ({ page }) => {
    await visit(page);
    await openGraph(page, residual);
    const seen = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const places = new Set<string>();
          const target = document.querySelector<HTMLElement>('.react-flow__node[data-id="l"]');
          const look = (): void => {
            places.add(target?.style.transform ?? '');
            if (places.size > 3) resolve(places.size);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await page.keyboard.press('t');
    expect(await seen).toBeGreaterThan(3);
  });
});

test('brings selected layers into line and spaces them out', async ({ page }) => {
  await visit(page);
  await openGraph(page, residual);
  await page.getByRole('button', { name: 'Tidy', exact: true }).click();
  await expect(undo(page)).toHaveAccessibleName('Undo: tidy');
  await node(page, 'a').click();
  await node(page, 'b').click({ modifiers: ['Shift'] });
  await node(page, 'j').click({ modifiers: ['Shift'] });
  const tools = page.getByRole('toolbar', { name: 'Selected layers' });
  await tools.getByRole('button', { name: /^Align left/ }).click();
  const left = async (id: string) => Math.round((await node(page, id).boundingBox())?.x ?? 0);
  await expect.poll(() => left('b')).toBe(await left('a'));
  expect(await left('j')).toBe(await left('a'));
  await expect(undo(page)).toHaveAccessibleName('Undo: align 3 layers');
  await undo(page).click();
  await expect.poll(() => left('b')).not.toBe(await left('a'));
  await page.keyboard.press('Alt+Shift+H');
  await expect(undo(page)).toHaveAccessibleName('Undo: space out 3 layers');
  await page.keyboard.press('Alt+d');
  await expect(undo(page)).toHaveAccessibleName('Undo: align 3 layers');
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

/** The heights on screen of a node's upper edge, middle and lower edge. */
async function levels(page: Page, id: string): Promise<number[]> {
  const box = await node(page, id).boundingBox();
  if (!box) throw new Error('not on screen');
  return [box.y, box.y + box.height / 2, box.y + box.height];
}

/** How far a node is from standing level with the nearest of others, in pixels. */
async function unevenness(page: Page, id: string, others: readonly string[]): Promise<number> {
  const here = await levels(page, id);
  const there = await Promise.all(others.map((other) => levels(page, other)));
  return Math.min(...there.flatMap((each) => each.map((y, i) => Math.abs(y - (here[i] ?? y)))));
}

test('what is dragged stands level with its neighbour, and lines say so', async ({ page }) => {
  await visit(page);
  await openGraph(page, residual);
  const others = ['s', 'a', 'b', 'c', 'j', 'd', 'p'];
  const guides = page.locator('[data-guide=y]');
  const height = async () => (await levels(page, 'l'))[0] ?? 0;
  const carry = async (by: number): Promise<void> => {
    await node(page, 'l').hover();
    const from = await middle(node(page, 'l'));
    await page.mouse.down();
    // A drag begins with its first pixels, and counts from there.
    await page.mouse.move(from.x, from.y + 2);
    await page.mouse.move(from.x, from.y + 60, { steps: 4 });
    await page.mouse.move(from.x, from.y + 2 + by, { steps: 4 });
  };
  await carry(3);
  await expect(guides.first()).toBeAttached();
  await page.mouse.up();
  await expect(guides).toHaveCount(0);
  expect(await unevenness(page, 'l', others)).toBeLessThan(0.3);

  // Ctrl leaves it where the hand lets go, however near that is.
  const level = await height();
  await page.keyboard.down('Control');
  await carry(2);
  await page.mouse.up();
  await page.keyboard.up('Control');
  expect(Math.abs((await height()) - level - 2)).toBeLessThan(0.3);
});

test('a hint appears where the hand is, in nobody’s way, and is gone for good once it is heeded', async ({
  page,
}) => {
  await visit(page);
  await openGraph(page, residual);
  const hint = page.getByRole('note', { name: 'Hint' });
  await node(page, 'c').click({ position: { x: 40, y: 8 } });
  await expect(hint).toHaveText('A adds a layer after it.');
  await page.keyboard.press('a');
  await expect(hint).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await port(node(page, 'c'), 'source').hover();
  await expect(hint).toHaveText('Drag to wire, or press here and then there.');
  await hint.getByRole('button', { name: 'Dismiss this hint' }).click();
  await expect(hint).toHaveCount(0);

  await page.reload();
  await expect(nodes(page)).toHaveCount(8);
  await expect(page.locator('[data-guide], [data-hint]')).toHaveCount(0);
  expect(await hintsGone(page)).toEqual(['after', 'wire']);

  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Show hints again' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await node(page, 'c').click({ position: { x: 40, y: 8 } });
  await expect(hint).toHaveText('A adds a layer after it.');
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Hints where the hand is' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(hint).toHaveCount(0);
});

test('a wire that is refused leads to the list of what fits', async ({ page }) => {
  await visit(page);
  await openGraph(page, residual);
  const hint = page.locator('[data-hint=fits]');
  await drag(
    page,
    await middle(port(node(page, 'd'), 'source')),
    await middle(port(node(page, 'b'), 'target')),
  );
  await expect(hint).toHaveText('Dropping a wire in empty space lists what fits.');
  const from = await middle(port(node(page, 'd'), 'source'));
  await drag(page, from, { x: from.x, y: from.y + 150 });
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(hint).toHaveCount(0);
});

test('a source that stands alone is told of the layers on the left, until the second one is there', async ({
  page,
}) => {
  await startEmpty(page);
  const hint = page.locator('[data-hint=first]');
  await kindInPalette(page, 'points').click();
  await expect(hint).toHaveText('Press a layer on the left: it is wired after this one.');
  // It speaks of what is not there while the panel is shut.
  await page.getByRole('button', { name: 'Show or hide the layers' }).click();
  await expect(hint).toHaveCount(0);
  await page.getByRole('button', { name: 'Show or hide the layers' }).click();
  await expect(hint).toHaveCount(1);
  await kindInPalette(page, 'dense').click();
  await expect(nodes(page)).toHaveCount(2);
  await expect(hint).toHaveCount(0);

  // What was done once is not told again.
  expect(await hintsGone(page)).toContain('first');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(nodes(page)).toHaveCount(1);
  await port(nodes(page).first(), 'source').hover();
  await expect(page.locator('[data-hint=wire]')).toHaveCount(1);
  await expect(hint).toHaveCount(0);
});

test('after training, the pictures of layers are told of, until one is looked into', async ({
  page,
}) => {
  await visit(page);
  await openGraph(
    page,
    chain(
      ['images', { dataset: 'shapes' }],
      ['conv2d', { filters: 2 }],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    ),
  );
  const hint = page.locator('[data-hint=look]');
  const picture = nodesOf(page, 'conv2d').getByTestId('node-picture');
  await expect(picture).toBeVisible();
  await expect(hint).toHaveCount(0);
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(hint).toHaveText('Press a layer’s picture to look inside.');
  await picture.click();
  await expect(page.getByTestId('lens')).toBeVisible();
  await expect(hint).toHaveCount(0);
  expect(await hintsGone(page)).toContain('look');
});

/** The hints that are gone for good, as the browser keeps them. */
const hintsGone = (page: Page): Promise<string[]> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('netwright-view') ?? '{}').state.hintsGone);

test('an empty canvas offers three starts', async ({ page }) => {
  await startEmpty(page);
  const starts = page.getByTestId('canvas').getByRole('listitem');
  await expect(starts).toHaveCount(3);
  await starts.getByRole('button', { name: /^Recognise digits/ }).click();
  await expect(nodes(page)).not.toHaveCount(0);
  await startEmpty(page);
  await starts.getByRole('button', { name: /^Add a source/ }).click();
  await expect(nodes(page)).toHaveCount(1);
});
