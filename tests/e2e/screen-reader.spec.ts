import { expect, test } from '@playwright/test';
import { answer, command, focused, outline } from './keyboard-page.ts';
import { collapse, nodes, nodesOf, visit, wires } from './page.ts';

test('a problem that comes and goes is said once it stays', async ({ page }) => {
  await visit(page);
  await nodesOf(page, 'loss').locator('header').click();
  await page.keyboard.press('x');
  await answer(page, '');
  await expect(wires(page)).toHaveCount(4);
  await expect(page.getByTestId('said')).toHaveText(/Loss/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('said')).toHaveText('No problem is left.');
});

test('the list of the network holds blocks with their nodes, and comments', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('n');
  await expect(page.locator('[data-comment] textarea')).toBeFocused();
  await page.keyboard.type('what for');
  await page.keyboard.press('Escape');
  // The tools of a selected comment may lie over a node.
  await page.keyboard.press('Escape');
  await collapse(page);
  await page.keyboard.press('l');
  await expect(outline(page)).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - button /Points/
      - listitem:
        - button /Block Block 1, 2 layers\\. Collapsed\\./
      - listitem:
        - button /Dense/
      - listitem:
        - button /Sigmoid/
      - listitem:
        - button /Loss/
      - listitem:
        - 'button "Comment: what for"'
  `);
  const block = outline(page).getByRole('button', { name: /^Block Block 1/ });
  await expect(block).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    outline(page).getByRole('list', { name: 'Block 1' }).getByRole('listitem'),
  ).toHaveCount(2);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(outline(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('for this');
  await page.keyboard.press('Escape');
  await expect(outline(page).getByRole('button', { name: 'Comment: for this' })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(outline(page).getByRole('button', { name: /^Comment/ })).toHaveCount(0);
});

test('what is done twice is said twice, what takes time is said at its end, and undo by its name', async ({
  page,
}) => {
  await visit(page);
  const said = page.getByTestId('said');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const place = document.querySelector('[data-testid=said]') as Element;
    new MutationObserver(() => heard.push(place.textContent ?? '')).observe(place, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const heard = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { heard: string[] }).heard.filter(Boolean));
  await nodesOf(page, 'points').locator('header').click();
  await page.keyboard.press('ArrowUp');
  await expect.poll(heard).toEqual(['move Points']);
  await page.keyboard.press('ArrowUp');
  await expect.poll(heard).toEqual(['move Points', 'move Points']);
  await command(page, 'Undo');
  await expect(said).toHaveText('Undo: move Points');
  await nodesOf(page, 'loss')
    .locator('header')
    .click({ modifiers: ['Shift'] });
  await page.getByRole('toolbar', { name: 'Selected layers' }).getByRole('button').nth(1).click();
  await expect.poll(heard).toContain('align 2 layers');
});

test('the list of nodes keeps layers where they are, and hands the focus on when L closes it', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'sigmoid').first().locator('header').click();
  await page.keyboard.press('l');
  const line = outline(page)
    .getByRole('button', { name: /^Sigmoid/ })
    .first();
  await expect(line).toBeFocused();
  for (const key of ['ArrowRight', 'ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowRight']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await page.keyboard.press('l');
  await expect(outline(page)).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe('sigmoid');
});

test('a node says whether it is selected and what is wrong with it, and windows give the focus back', async ({
  page,
}) => {
  await visit(page);
  await nodesOf(page, 'loss').locator('header').click();
  const loss = nodes(page).filter({ has: page.locator('[data-kind=loss]') });
  await expect(loss).toHaveAccessibleDescription('Selected.');
  await page.keyboard.press('x');
  await answer(page, '');
  await expect(loss).toHaveAccessibleDescription(/^Selected\. .*Loss/);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('main', { name: 'Canvas' })).toHaveAccessibleDescription(
    /^Enter edits/,
  );

  // Several are selected, of which one has the focus: it is there again.
  await nodesOf(page, 'dense').first().locator('header').click();
  await page.keyboard.press('ControlOrMeta+a');
  for (const key of ['ControlOrMeta+k', '?', 'h']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => focused(page)).toBe('dense');
  }
});
