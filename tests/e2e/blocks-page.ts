import type { Page } from '@playwright/test';
import { drag, nodesOf } from './page.ts';

/** Draws a box around nodes of kinds, from above left to below right. */
export async function boxAround(page: Page, ...kinds: readonly string[]): Promise<void> {
  const boxes = await Promise.all(
    kinds.map(async (kind) => {
      const box = await nodesOf(page, kind).first().boundingBox();
      if (!box) throw new Error(`no ${kind} on screen`);
      return box;
    }),
  );
  const left = Math.min(...boxes.map(({ x }) => x)) - 12;
  const top = Math.min(...boxes.map(({ y }) => y)) - 12;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + 12;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + 12;
  await drag(page, { x: left, y: top }, { x: right, y: bottom });
}
