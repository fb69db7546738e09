import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Card } from '../../src/lessons/card.ts';
import { type Claim, claimsOf } from '../../src/lessons/condition.ts';
import { parseCards } from '../../src/lessons/parse-cards.ts';
import { isDone, strip } from './course-page.ts';
import { settle, stat, unfold } from './page.ts';

const stage = (page: Page): Locator => page.getByTestId('walk-stage');
const seeds = (page: Page): Locator => page.locator('[data-picture=seeds]');
const sweep = (page: Page): Locator => page.locator('[data-tour=sweep] select');
const click = (page: Page, control: string): Promise<void> =>
  page.locator(`[data-tour=${control}]`).click();

/** The cards of a lesson in a language, as they are written. */
function cardsOf(lesson: string, language: string): readonly Card[] {
  const { cards, findings } = parseCards(readFileSync(`presets/${lesson}.${language}.md`, 'utf8'));
  expect(findings).toEqual([]);
  return cards;
}

/** Walks through an update by key until a stop of that kind. */
async function walk(page: Page, to: string): Promise<void> {
  if ((await stage(page).count()) === 0) await page.keyboard.press('w');
  await expect(stage(page)).toHaveAttribute('data-here', 'true');
  while ((await stage(page).getAttribute('data-stage')) !== to) {
    const at = await stage(page).getAttribute('data-at');
    await page.keyboard.press(']');
    await expect(stage(page)).not.toHaveAttribute('data-at', at ?? '');
    await expect(stage(page)).toHaveAttribute('data-here', 'true');
  }
}

/** Types a weight into the picture of the numbers. */
async function typeWeight(page: Page, claim: Claim): Promise<void> {
  await unfold(page, 'numbers');
  const numbers = page.locator('[data-picture="numbers"]');
  const [node = '', tensor = ''] = claim.fact.parts;
  // What must be less than a bound is typed a little below it.
  const below = claim.type === 'compare' && claim.operator === '<' ? 2 : 0;
  await numbers.locator('select').nth(0).selectOption(node);
  await numbers.locator('select').nth(1).selectOption(tensor);
  const cell = numbers.locator('table input').nth(claim.fact.index ?? 0);
  await cell.fill(String(Number(wantedOf(claim)) - below));
  await cell.press('Enter');
}

/** Takes a value out of the table of a sweep. */
async function useSwept(page: Page, claim: Claim): Promise<void> {
  const rows = seeds(page).locator(`tbody[data-value="${wantedOf(claim)}"]`);
  await rows.locator('td').last().waitFor();
  await rows.locator('tr').first().getByRole('button').last().click();
}

async function setRate(page: Page, claim: Claim): Promise<void> {
  const box = page.locator('[data-tour=learning-rate] input, input[data-tour=learning-rate]');
  const atLeast = claim.type === 'compare' && claim.operator === '>=';
  // Where a card asks for at least so much, its words say a little more.
  await box.fill(String(Number(wantedOf(claim)) + (atLeast ? 0.01 : 0)));
  await page.keyboard.press('Enter');
}

async function choose(page: Page, claim: Claim): Promise<void> {
  await page.locator('[data-tab=train]').click();
  await page
    .getByRole('tabpanel')
    .locator('select')
    .first()
    .selectOption(String(wantedOf(claim)));
  await page.locator('[data-tab=see]').click();
}

async function sweepStarts(page: Page, claim: Claim): Promise<void> {
  await sweep(page).selectOption('starts');
  await seeds(page)
    .locator('input')
    .first()
    .fill(String(wantedOf(claim)));
  await page.keyboard.press('Enter');
  await click(page, 'seeds');
}

async function sweepParameter(page: Page, { fact }: Claim): Promise<void> {
  await sweep(page).selectOption(fact.parts.join('.'));
  await click(page, 'seeds');
}

async function compareRuns(page: Page): Promise<void> {
  for (const run of await page.locator('[data-run] input:not(:disabled)').all()) await run.check();
}

const wantedOf = (claim: Claim) => ('value' in claim ? claim.value : undefined);

/** How a person does what a fact asks for, and whether training has to follow. */
interface Hand {
  readonly act: (page: Page, claim: Claim) => Promise<unknown>;
  readonly after?: 'train' | 'start over';
}

const hands: Readonly<Record<string, Hand>> = {
  walk: { act: (page, claim) => walk(page, String(wantedOf(claim))) },
  weight: { act: typeWeight },
  compared: { act: compareRuns },
  seeds: { act: (page) => click(page, 'seeds') },
  swept: { act: sweepParameter },
  sweptStarts: { act: sweepStarts },
  seed: {
    act: (page, claim) =>
      seeds(page)
        .locator(`button[data-seed="${wantedOf(claim)}"]`)
        .click(),
  },
  params: { act: useSwept, after: 'start over' },
  optimizer: { act: choose, after: 'start over' },
  learningRate: { act: setRate, after: 'start over' },
  // What the change needs, it does: it is back at the start.
  tried: {
    act: (page, { fact }) =>
      page.locator(`[data-advice=${fact.parts[0]}] [data-advice-change]`).click(),
    after: 'train',
  },
};

/** Does with mouse and keyboard what a card asks for, as its words say. */
async function work(page: Page, { choices, until }: Card): Promise<void> {
  if (choices.length > 0) {
    await expect(strip(page).locator('[data-card-answer]')).toHaveCount(0);
    const right = choices.findIndex((choice) => choice.right);
    await strip(page).locator('[data-choice]').nth(right).click();
    await expect(strip(page).locator('[data-card-answer]')).toBeVisible();
    return;
  }
  if (!until) return;
  const claims = claimsOf(until);
  const asked = claims.flatMap((claim) => {
    const hand = hands[claim.fact.name];
    return hand ? [{ claim, hand }] : [];
  });
  for (const { claim, hand } of asked) await hand.act(page, claim);
  const isMade = asked.some(({ hand }) => hand.after === undefined);
  if (isMade) return;
  const wasSet = asked.some(({ hand }) => hand.after === 'train');
  const isAnew = asked.length > 0 || claims.some(({ fact }) => fact.name === 'runs');
  if (isAnew) {
    if (!wasSet) await click(page, 'reset');
    await expect(stat(page, 'step')).toHaveText('0');
  }
  await click(page, 'train');
}

/** What a card for trying on asks for that no hand here does: changes of the graph, dice. */
const isBeyond = ({ asks, make, until }: Card): boolean =>
  asks === 'try' &&
  (make.length > 0 ||
    (until !== undefined &&
      claimsOf(until).some(({ fact }) => fact.name === 'weight' || fact.name === 'selected')));

/** Works through lessons card by card to their end, in both languages: everything that they ask for can be done. */
export function workThrough(lessons: readonly string[]): void {
  for (const lesson of lessons) {
    for (const [language, locale] of [
      ['en', 'en-US'],
      ['ko', 'ko-KR'],
    ] as const) {
      test.describe(() => {
        test.use({ locale });
        test(`${lesson} is worked through to its end, ${language}`, async ({ page }) => {
          test.slow();
          await page.goto(`/?lesson=${lesson}`);
          await expect(stat(page, 'loss')).not.toHaveText('–');
          const cards = cardsOf(lesson, language);
          expect(cards.length).toBeGreaterThan(5);
          for (const [i, card] of cards.entries()) {
            await expect(strip(page).getByRole('heading', { level: 2 })).toContainText(card.title);
            if (!isBeyond(card)) {
              await work(page, card);
              if (card.until) await expect(isDone(page)).toBeVisible({ timeout: 60_000 });
            }
            await settle(page);
            if (i < cards.length - 1) await strip(page).locator('[data-card-step=next]').click();
          }
          // What was left out is for trying on; a last card that asks nothing is done with when it is left.
          const done = cards.filter(
            (card, i) =>
              !isBeyond(card) && (i < cards.length - 1 || card.until || card.choices.length > 0),
          );
          await expect
            .poll(() => strip(page).locator('button[data-done]').count())
            .toBeGreaterThanOrEqual(done.length);
        });
      });
    }
  }
}
