import type { Locator, Page } from '@playwright/test';
import { sketch } from '../support/graphs.ts';
import { nodes } from './page.ts';

/** Shapes, and a residual block between them. */
export const residual = sketch(
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

/** The node with an id. */
export const node = (page: Page, id: string): Locator =>
  page.locator(`.react-flow__node[data-id="${id}"]`);

/** Where nodes stand on the canvas, however it is looked at. */
export const places = (page: Page): Promise<string[]> =>
  nodes(page).evaluateAll((all) => all.map((each) => (each as HTMLElement).style.transform));
