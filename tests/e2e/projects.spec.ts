import { expect, test } from '@playwright/test';
import { nodes, nodesOf, pace, pause, settle, stat, stepOf, train, visit } from './page.ts';
import { kept, openProjects, projects, tile, title } from './projects-page.ts';

test('projects stand beside each other, each with its training', async ({ page }) => {
  await visit(page);
  await title(page).fill('first');
  await pace(page).selectOption('1000');
  await train(page).click();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(100);
  await pause(page).click();
  await settle(page);
  const step = await stat(page, 'step').innerText();
  const loss = await stat(page, 'loss').innerText();

  await openProjects(page);
  await projects(page).getByRole('button', { name: 'New project' }).click();
  await expect(nodes(page)).toHaveCount(0);
  await title(page).fill('second');

  // Each is as it was left, on this visit and on the next.
  await openProjects(page);
  await expect(tile(page, 'second')).toContainText('on screen');
  await tile(page, 'first').getByRole('button', { name: 'Open first' }).click();
  await expect(nodes(page)).toHaveCount(6);
  await expect(stat(page, 'step')).toHaveText(step);
  await expect(stat(page, 'loss')).toHaveText(loss);
  await page.reload();
  await expect(title(page)).toHaveValue('first');
  await expect(stat(page, 'step')).toHaveText(step);
  await openProjects(page);
  await tile(page, 'second').getByRole('button', { name: 'Open second' }).click();
  await expect(title(page)).toHaveValue('second');
  await expect(nodes(page)).toHaveCount(0);
});

test('a project is renamed, duplicated, deleted and brought back', async ({ page }) => {
  await visit(page);
  await title(page).fill('mine');
  await openProjects(page);
  await tile(page, 'mine').getByRole('button', { name: 'Duplicate mine' }).click();
  await expect(projects(page).getByRole('listitem')).toHaveCount(2);
  await tile(page, 'Copy of mine')
    .getByRole('button', { name: /^Rename/ })
    .click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('other');
  await page.keyboard.press('Enter');
  await expect(tile(page, 'other')).toBeVisible();
  await tile(page, 'other').getByRole('button', { name: 'Delete other' }).click();
  await expect(projects(page).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await openProjects(page);
  await expect(projects(page).getByRole('listitem')).toHaveCount(2);
  // The one on screen can be deleted too; an empty canvas takes its place.
  await tile(page, 'mine').getByRole('button', { name: 'Delete mine' }).click();
  await page.keyboard.press('Escape');
  await expect(nodes(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(title(page)).toHaveValue('mine');
  await expect(nodes(page)).toHaveCount(6);
  // The notice may be gone, and the page left: for some days it can be brought back all the same.
  await openProjects(page);
  await tile(page, 'other').getByRole('button', { name: 'Delete other' }).click();
  await expect(projects(page).getByText('Recently deleted (1)')).toBeVisible();
  await page.reload();
  await openProjects(page);
  await expect(tile(page, 'other')).toHaveCount(0);
  await projects(page).getByText('Recently deleted (1)').click();
  await projects(page).getByRole('button', { name: 'Bring other back' }).click();
  await expect(tile(page, 'other')).toBeVisible();
  await expect(projects(page).getByText('Recently deleted')).toHaveCount(0);
});

test('a lesson opened over own work leaves that in its project', async ({ page }) => {
  await visit(page);
  await title(page).fill('precious');
  await nodesOf(page, 'loss').click();
  await page.keyboard.press('Delete');
  await page.goto('/?lesson=lab-02-1');
  await expect(title(page)).toHaveValue('A line through three points');
  await openProjects(page);
  await tile(page, 'precious').getByRole('button', { name: 'Open precious' }).click();
  await expect(nodes(page)).toHaveCount(5);
  // A lesson that was only looked at is nobody's work.
  await openProjects(page);
  await expect(projects(page).getByRole('listitem')).toHaveCount(1);
});

test('a lesson that is opened again offers to go on with the own work on it', async ({ page }) => {
  await page.goto('/?lesson=lab-02-1');
  await expect(title(page)).toHaveValue('A line through three points');
  await title(page).fill('my line');
  await openProjects(page);
  await projects(page).getByRole('button', { name: 'New project' }).click();
  await expect(nodes(page)).toHaveCount(0);
  await title(page).fill('something else');
  await expect(kept(page)).toBeVisible();
  await page.goto('/?lesson=lab-02-1&again');
  await expect(title(page)).toHaveValue('A line through three points');
  await page.getByRole('button', { name: 'Go on there' }).click();
  await expect(title(page)).toHaveValue('my line');
  await expect(page.getByText('work of your own')).toHaveCount(0);
});

test('versions are kept by hand and gone back to, as a step that can be undone', async ({
  page,
}) => {
  await visit(page);
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog', { name: 'Steps and versions' });
  await dialog.getByRole('textbox', { name: 'Name of the version' }).fill('before the cut');
  await dialog.getByRole('button', { name: 'Keep this version' }).click();
  await expect(dialog.getByText('before the cut')).toBeVisible();
  await page.keyboard.press('Escape');
  await nodesOf(page, 'loss').click();
  await page.keyboard.press('Delete');
  await expect(nodes(page)).toHaveCount(5);
  await page.reload();
  await page.getByRole('button', { name: 'Steps and versions' }).click();
  await dialog.getByRole('button', { name: 'Go back to before the cut' }).click();
  await expect(nodes(page)).toHaveCount(6);
  // What its place was taken of is a version, too.
  await expect(dialog.getByText('before something took its place')).toBeVisible();
  // Any step is one press away.
  await dialog.getByRole('button', { name: 'the beginning' }).click();
  await dialog.getByRole('button', { name: /^delete/ }).click();
  await expect(nodes(page)).toHaveCount(5);
  await dialog.getByRole('button', { name: /^back to “before the cut”/ }).click();
  await expect(nodes(page)).toHaveCount(6);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(nodes(page)).toHaveCount(5);
});

test('the windows of projects and of the history keep the place of the keyboard', async ({
  page,
}) => {
  await visit(page);
  await title(page).fill('mine');
  await openProjects(page);
  await tile(page, 'mine').getByRole('button', { name: 'Duplicate mine' }).click();
  await expect(projects(page).getByRole('listitem')).toHaveCount(2);
  const pencil = tile(page, 'Copy of mine').getByRole('button', { name: /^Rename/ });
  await pencil.press('Enter');
  await page.keyboard.type('another');
  await page.keyboard.press('Escape');
  await expect(pencil).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('other');
  await page.keyboard.press('Enter');
  await expect(tile(page, 'other').getByRole('button', { name: 'Rename other' })).toBeFocused();
  await tile(page, 'other').getByRole('button', { name: 'Delete other' }).press('Enter');
  await expect(tile(page, 'mine').getByRole('button', { name: 'Open mine' })).toBeFocused();
  // The way back stays for as long as it may be wanted, and is heard once.
  const notice = page.locator('[data-notice]').filter({ hasText: 'Bring it back' });
  await expect(notice).toHaveCount(1);
  expect(await notice.evaluate((each) => each.closest('[role=status], [role=alert]')?.role)).toBe(
    'status',
  );
  await page.keyboard.press('Escape');

  await nodesOf(page, 'loss').click();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('h');
  const steps = page.getByRole('region', { name: 'Steps', exact: true });
  await steps.getByRole('button', { name: /^the beginning/ }).press('Enter');
  await expect(steps.getByRole('button', { name: /^the beginning.*now/ })).toBeFocused();
  await expect(page.getByTestId('said')).toHaveText('Now at: the beginning');
});
