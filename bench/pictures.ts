import type { Browser, Page } from '@playwright/test';
import { openConvolution, openPage } from './product.ts';
import { median } from './timing.ts';

/** Times that each state is returned to, so that a noisy machine troubles all of them alike. */
const ROUNDS = 3;
/** How long updates are counted in one state, in ms. */
const COUNTED = 4000;

/** What is on screen: all that is drawn live, a canvas whose network is out of sight, or no canvas at all. */
const states = ['shown', 'spread', 'away', 'list'] as const;
type State = (typeof states)[number];

/** Updates a second with so much on screen, and the page's longest task in ms; 0 where none took 50 ms. */
export type PictureFigures = Readonly<
  Record<
    'lab-09-3' | 'cnn',
    Readonly<Record<State, { readonly rate: number; readonly longestTask: number }>>
  >
>;

/** What the pictures of a run in training cost it, and the page. */
export async function pictureFigures(browser: Browser): Promise<PictureFigures> {
  const lesson = await openPage(browser, '?lesson=lab-09-3');
  await lesson.getByRole('tab', { name: 'Train', exact: true }).click();
  await lesson.getByRole('textbox', { name: 'Pause at update' }).fill('');
  await lesson.keyboard.press('Enter');
  await lesson.getByRole('tab', { name: 'See', exact: true }).click();
  const lab = await compareStates(lesson);
  const images = await openPage(browser);
  await openConvolution(images);
  return { 'lab-09-3': lab, cnn: await compareStates(images) };
}

async function compareStates(page: Page) {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const counts = Object.fromEntries(
    states.map((state) => [state, { rates: [] as number[], longest: 0 }]),
  ) as Record<State, { rates: number[]; longest: number }>;
  for (let i = 0; i < ROUNDS; i++) {
    for (const state of states) {
      await enter[state](page);
      const { rate, longest } = await count(page);
      counts[state].rates.push(rate);
      counts[state].longest = Math.max(counts[state].longest, longest);
      await leave[state](page);
    }
  }
  await page.close();
  const figures = (state: State) => ({
    rate: median(counts[state].rates),
    longestTask: counts[state].longest,
  });
  return {
    shown: figures('shown'),
    spread: figures('spread'),
    away: figures('away'),
    list: figures('list'),
  };
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** The panel of pictures, shown or hidden. */
const turnPanel = (page: Page): Promise<void> => press(page, 'Show or hide the pictures');
const turnList = (page: Page): Promise<void> => page.keyboard.press('l');
const turnSpread = (page: Page): Promise<void> =>
  press(page, 'Show how weights, values and gradients are spread');
const nothing = async (): Promise<void> => {};

const enter: Readonly<Record<State, (page: Page) => Promise<void>>> = {
  shown: nothing,
  spread: turnSpread,
  away: async (page) => {
    await turnPanel(page);
    await panAway(page);
  },
  list: async (page) => {
    await turnPanel(page);
    await turnList(page);
  },
};

const leave: typeof enter = {
  shown: nothing,
  spread: turnSpread,
  away: async (page) => {
    await press(page, 'Fit the network');
    await turnPanel(page);
  },
  list: async (page) => {
    await turnList(page);
    await turnPanel(page);
  },
};

/** Draws the canvas up until no node is left on it. */
async function panAway(page: Page): Promise<void> {
  const box = await page.locator('.react-flow').boundingBox();
  if (!box) throw new Error('no canvas');
  const isSeen = (): Promise<boolean> =>
    page.locator('.react-flow__node').evaluateAll((nodes) => {
      const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
      return nodes.some((node) => {
        const { bottom, top } = node.getBoundingClientRect();
        return canvas && bottom > canvas.top && top < canvas.bottom;
      });
    });
  while (await isSeen()) {
    await page.mouse.move(box.x + 4, box.y + box.height - 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 4, box.y + 20, { steps: 4 });
    await page.mouse.up();
  }
}

/** Updates a second as the run bar counts them, and the page's longest task meanwhile. */
const count = (page: Page): Promise<{ rate: number; longest: number }> =>
  page.evaluate(
    (counted) =>
      new Promise<{ rate: number; longest: number }>((resolve) => {
        let longest = 0;
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        observer.observe({ type: 'longtask' });
        const figure = document.querySelector('[data-stat=step] [data-value]') as HTMLElement;
        // From one change of the figure to another: a frame in between would be counted in half.
        let from: { at: number; step: number } | undefined;
        const changes = new MutationObserver(() => {
          const now = { at: performance.now(), step: Number(figure.innerText.replaceAll(',', '')) };
          from ??= now;
          if (now.at - from.at < counted) return;
          changes.disconnect();
          observer.disconnect();
          resolve({ rate: (1000 * (now.step - from.step)) / (now.at - from.at), longest });
        });
        changes.observe(figure, { childList: true, characterData: true, subtree: true });
      }),
    COUNTED,
  );
