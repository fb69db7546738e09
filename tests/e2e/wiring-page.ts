import type { Page } from '@playwright/test';
import { sketch } from '../support/graphs.ts';

/** The list of kinds that fit. */
export const kindList = (page: Page) => page.getByTestId('kind-list');

/** A kind in that list. */
export const option = (page: Page, kind: string) =>
  kindList(page).locator(`[role="option"][data-kind="${kind}"]`);

/** What was told to a screen reader last. */
export const said = (page: Page) => page.getByTestId('said');

/** Takes the last step back. */
export const undo = (page: Page) => page.keyboard.press('ControlOrMeta+z');

/** A network whose last layer is still missing: nothing comes after the first. */
export const unfinished = sketch({ points1: ['points'], dense1: ['dense'] }, ['points1>dense1']);

/** Where a wire can be pressed: a little beside its middle. */
export async function onWire(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wire) => {
    const path = document.querySelector<SVGPathElement>(
      `.react-flow__edge[data-id="${wire}"] .react-flow__edge-path`,
    );
    const at = path?.getPointAtLength(path.getTotalLength() / 2);
    const matrix = path?.getScreenCTM();
    if (!at || !matrix) throw new Error(`no wire ${wire}`);
    const { x, y } = at.matrixTransform(matrix);
    return { x, y };
  }, id);
}

/** The wire that a drop would make. */
export const ghostWire = (page: Page) => page.locator('[data-ghost-wire]');

/** The wire from one node to another. */
export const wireTo = (page: Page, from: string, to: string) =>
  page.getByRole('group', { name: `Wire from ${from} to ${to}` });
