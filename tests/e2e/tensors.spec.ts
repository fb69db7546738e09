import { expect, type Locator, type Page, test } from '@playwright/test';
import { sketch, xorNetwork } from '../support/graphs.ts';
import {
  dragKind,
  kindInPalette,
  middle,
  nodes,
  nodesOf,
  openGraph,
  port,
  startEmpty,
  stat,
  tab,
  train,
  visit,
  wire,
  wires,
} from './page.ts';

const lessons = ['lab-01', 'lab-08-1', 'lab-08-2', 'lab-08-3', 'lab-08-4', 'lab-08-5'];

async function openLesson(page: Page, id: string): Promise<void> {
  await page.locator(`[data-lesson=${id}]`).click();
  await expect(page.locator('[data-testid=tensor]').first()).toBeVisible();
}

async function visitLesson(page: Page, id: string): Promise<void> {
  await page.goto('/');
  await tab(page, 'Lessons').click();
  await openLesson(page, id);
}

const node = (page: Page, id: string): Locator =>
  page.locator(`.react-flow__node[data-id="${id}"]`);
/** The numbers of a table, as they stand there. */
const numbersOf = (place: Locator): Promise<string[]> => place.locator('td').allInnerTexts();
const labels = (page: Page): Locator => page.locator('.react-flow__edgelabel-renderer');
const inspect = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspect' });

test('a constant of lab-08-2 is edited: the product, its wire and the stretched rows follow', async ({
  page,
}) => {
  await visitLesson(page, 'lab-08-2');
  await expect(node(page, 'product').getByTestId('shapes')).toHaveText('[1,2] · [2,1] → [1,1]');
  expect(await numbersOf(node(page, 'product'))).toEqual(['12.0']);
  await expect(node(page, 'times')).toContainText('[1,2] stretched: axis 0');
  await expect(node(page, 'times')).toContainText('[2,1] stretched: axis 1');
  // Each operand is drawn in full, half of it repeated.
  const first = node(page, 'times').getByRole('figure', { name: 'Input 1' });
  expect(await numbersOf(first)).toEqual(['3.0', '3.0', '3.0', '3.0']);
  await expect(first.locator('[data-repeated]')).toHaveCount(2);

  await node(page, 'a').dblclick();
  await expect(tab(page, 'Layer')).toHaveAttribute('aria-selected', 'true');
  const value = inspect(page).getByRole('textbox', { name: 'Value' });
  await expect(value).toBeFocused();
  await page.keyboard.type('[[3., 4.]]');
  await expect(node(page, 'product').locator('td')).toHaveText('14.0');
  await expect(node(page, 'same').locator('td')).toHaveText(['5.0', '6.0']);

  await value.fill('[[3., 4.], [5., 6.]]');
  await expect(labels(page)).toContainText('[2,2]');
  await expect(node(page, 'product').locator('td')).toHaveText(['14.0', '22.0']);
});

test('a shape that does not fit says so with its numbers, and undo brings the result back', async ({
  page,
}) => {
  await visitLesson(page, 'lab-08-2');
  await node(page, 'a').dblclick();
  await inspect(page).getByRole('textbox', { name: 'Value' }).fill('[[1., 2., 3.]]');
  const note = node(page, 'product').locator('[data-problem=product-sizes]');
  await expect(note).toContainText('[1,3]·[2,1]: 3 and 2 differ');
  await expect(page.getByRole('button', { name: '2 problems' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(note).toHaveCount(0);
  await expect(node(page, 'product').locator('td')).toHaveText('12.0');
});

test('a text that breaks says where, and what can be read counts at once', async ({ page }) => {
  await visitLesson(page, 'lab-08-2');
  await node(page, 'a').dblclick();
  const value = inspect(page).getByRole('textbox', { name: 'Value' });
  await value.fill('[[3., x]]');
  await expect(inspect(page).getByRole('alert')).toHaveText(
    '“x” at character 7 does not belong here.',
  );
  await expect(node(page, 'product').locator('td')).toHaveText('12.0');
  await value.press('Escape');
  await expect(value).toHaveValue('[[3., 3.]]');
  await value.fill('[[1, 2]]');
  await expect(inspect(page).getByRole('alert')).toHaveText('');
  // Whole numbers do not meet floats by themselves; one press inserts the cast.
  await node(page, 'same').getByRole('button', { name: 'Insert Cast' }).click();
  await expect(nodesOf(page, 'tensorCast')).toHaveCount(1);
  await expect(node(page, 'same').locator('td')).toHaveText(['3.0', '4.0']);
});

test('constant and constant become a sum on an empty canvas, by mouse', async ({ page }) => {
  await startEmpty(page);
  const canvas = page.locator('.react-flow');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  const at = (x: number, y: number) => ({ x: box.x + x, y: box.y + y });
  await dragKind(page, 'tensorConstant', at(140, 180));
  await dragKind(page, 'tensorConstant', at(140, 400));
  await dragKind(page, 'tensorAdd', at(480, 290));
  await expect(nodes(page)).toHaveCount(3);
  const constants = nodesOf(page, 'tensorConstant');
  const sum = nodesOf(page, 'tensorAdd');
  await wire(page, constants.nth(0), sum);
  await expect(page.locator('[data-problem="open-input"]')).toContainText('1 of 2 inputs');
  await wire(page, constants.nth(1), sum);
  await expect(wires(page)).toHaveCount(2);
  await expect(sum.locator('td')).toHaveText(['2', '4', '6', '8']);
  await expect(page.locator('[data-problem]')).toHaveCount(0);
  await expect(train(page)).toBeDisabled();
  await expect(page.getByText('There is nothing to train')).toBeVisible();

  await constants.nth(1).dblclick();
  const value = inspect(page).getByRole('textbox', { name: 'Value' });
  await value.fill('10');
  const result = sum.getByRole('figure', { name: 'Tensor' });
  await expect(result.locator('td')).toHaveText(['11', '12', '13', '14']);
  await expect(labels(page)).toContainText('10');
  await page.reload();
  await expect(sum.getByTestId('shapes')).toHaveText('[2,2] + [] → [2,2]');
});

test('the first two inputs change places by one press', async ({ page }) => {
  await page.goto('/');
  await openGraph(
    page,
    sketch(
      {
        a: ['tensorConstant', { value: '5' }],
        b: ['tensorConstant', { value: '3' }],
        d: ['tensorSubtract'],
      },
      ['a>d', 'b>d'],
    ),
  );
  await expect(node(page, 'd').locator('td')).toHaveText('2');
  await node(page, 'd').dblclick();
  await page.getByRole('button', { name: 'Let the first two inputs change places' }).click();
  await expect(node(page, 'd').locator('td')).toHaveText('−2');
});

test('a tensor is shown in full at the right, its axes named from the outside in', async ({
  page,
}) => {
  await visitLesson(page, 'lab-08-4');
  await node(page, 't').click();
  const panel = inspect(page);
  await expect(panel.getByTestId('tensor-facts')).toHaveText('rank 3 · shape [2,2,3] · int32');
  await expect(panel.getByRole('listitem')).toHaveText([
    /axis 0 \(−3\).*size 2.*outermost/,
    /axis 1 \(−2\).*size 2/,
    /axis 2 \(−1\).*size 3.*innermost/,
  ]);
  expect(await panel.locator('tbody td').allInnerTexts()).toEqual(
    Array.from({ length: 12 }, (_, i) => String(i)),
  );
  await expect(panel).toContainText('axis 0 = 1');
});

test('the mean of whole numbers says what was cut off', async ({ page }) => {
  await visitLesson(page, 'lab-08-3');
  await expect(node(page, 'cut').locator('td')).toHaveText('1');
  await expect(node(page, 'cut')).toContainText('Cast to float32 gives 1.5');
  await expect(node(page, 'exact').locator('td')).toHaveText('1.5');
});

test('a wire between a calculation and a network is refused, and both live side by side', async ({
  page,
}) => {
  await visit(page);
  await expect(kindInPalette(page, 'tensorConstant')).toHaveCount(1);
  const network = xorNetwork();
  await openGraph(page, {
    ...network,
    nodes: { c: { kind: 'tensorConstant', params: { value: '1' } }, ...network.nodes },
  });
  await page.getByRole('button', { name: 'Tidy' }).click();
  await expect(stat(page, 'loss')).not.toHaveText('–');
  await expect(train(page)).toBeEnabled();
  await still(page);
  const from = await middle(port(node(page, 'c'), 'source'));
  const to = await middle(port(node(page, 'n1'), 'target'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + 30, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await expect(page.getByTestId('refusal')).toContainText('whole tensors');
  await page.mouse.up();
  await expect(wires(page)).toHaveCount(5);
});

for (const language of ['en-US', 'ko-KR']) {
  test.describe(language, () => {
    test.use({ locale: language, viewport: { width: 1280, height: 720 } });

    test('no step of a lesson lies on another, and numbers can be read from afar', async ({
      page,
    }) => {
      await page.goto('/');
      await page.getByRole('tab', { name: /^(Lessons|수업)$/ }).click();
      // The cards are folded away: they take a third of the canvas.
      await page.getByRole('button', { name: /^(Fold the cards away|카드 접기)$/ }).click();
      for (const id of lessons) {
        await openLesson(page, id);
        await expect.poll(() => overlapping(page), id).toEqual([]);
        const zoom = await page
          .locator('.react-flow__viewport')
          .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
        expect(zoom, id).toBeGreaterThan(0.65);
      }
    });
  });
}

/** Pairs of nodes whose boxes meet, as they are drawn. */
const overlapping = (page: Page): Promise<string[]> =>
  nodes(page).evaluateAll((all) => {
    const boxes = all.map((each) => ({
      id: each.getAttribute('data-id') ?? '',
      box: each.getBoundingClientRect(),
    }));
    return boxes.flatMap(({ id, box: a }, i) =>
      boxes
        .slice(i + 1)
        .filter(
          ({ box: b }) =>
            a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
        )
        .map((other) => `${id} ${other.id}`),
    );
  });

test.describe('in Korean', () => {
  test.use({ locale: 'ko-KR' });

  test('steps, results and mistakes speak Korean', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('tab', { name: '수업' }).click();
    await openLesson(page, 'lab-08-2');
    await expect(node(page, 'product')).toContainText('행렬 곱');
    await expect(node(page, 'times')).toContainText('[1,2]: 축 0 방향으로 늘려요');
    await expect(page.getByText('학습할 것은 없어요')).toBeVisible();
    await node(page, 'a').dblclick();
    const value = page.getByRole('textbox', { name: '값', exact: true });
    await value.fill('[[1., 2., 3.]]');
    await expect(node(page, 'product').locator('[data-problem]')).toContainText(
      '[1,3]·[2,1]: 3과 2가 달라요',
    );
    await value.fill('[[1., 2.], [3.]]');
    await expect(page.getByRole('alert').first()).toContainText(
      '12번째 글자에서 시작하는 부분은 1개인데 앞부분은 2개예요',
    );
  });
});

/** Waits until the canvas has come to rest. */
const still = (page: Page): Promise<void> =>
  expect(async () => {
    const place = () => page.locator('.react-flow__viewport').getAttribute('style');
    const before = await place();
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(await place()).toBe(before);
    expect(await middle(port(node(page, 'n1'), 'target'))).toEqual(
      await middle(port(node(page, 'n1'), 'target')),
    );
  }).toPass();
