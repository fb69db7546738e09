import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Card } from '../../src/lessons/card.ts';
import { type Claim, claimsOf } from '../../src/lessons/condition.ts';
import { parseCards } from '../../src/lessons/parse-cards.ts';
import { settle, stat, unfold } from './page.ts';

const strip = (page: Page): Locator => page.locator('[data-lesson-open]');
const isDone = (page: Page): Locator => strip(page).locator('[data-card-done]');
const stage = (page: Page): Locator => page.getByTestId('walk-stage');

const cardsOf = (lesson: string, language: string): readonly Card[] => {
  const { cards, findings } = parseCards(readFileSync(`presets/${lesson}.${language}.md`, 'utf8'));
  expect(findings).toEqual([]);
  return cards;
};

const wantedOf = (claim: Claim | undefined) =>
  claim && 'value' in claim ? String(claim.value) : undefined;

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

/** Types weights into the picture of the numbers. */
async function typeWeights(page: Page, claims: readonly Claim[]): Promise<void> {
  await unfold(page, 'numbers');
  const numbers = page.locator('[data-picture="numbers"]');
  for (const claim of claims) {
    const [node = '', tensor = ''] = claim.fact.parts;
    // What must be less than a bound is typed a little below it.
    const wanted =
      claim.type === 'compare' && claim.operator === '<'
        ? Number(wantedOf(claim)) - 2
        : Number(wantedOf(claim));
    await numbers.locator('select').nth(0).selectOption(node);
    await numbers.locator('select').nth(1).selectOption(tensor);
    const cell = numbers.locator('table input').nth(claim.fact.index ?? 0);
    await cell.fill(String(wanted));
    await cell.press('Enter');
  }
}

/** Does with mouse and keyboard what a card asks for, as its words say. */
async function work(page: Page, { choices, until }: Card): Promise<void> {
  if (choices.length > 0) {
    const right = choices.findIndex((choice) => choice.right);
    await strip(page).locator('[data-choice]').nth(right).click();
    await expect(strip(page).locator('[data-card-answer]')).toBeVisible();
    return;
  }
  if (!until) return;
  const claims = claimsOf(until);
  const named = (name: string) => claims.find(({ fact }) => fact.name === name);
  const stop = wantedOf(named('walk'));
  if (stop) {
    await walk(page, stop);
    return;
  }
  const weights = claims.filter(({ fact }) => fact.name === 'weight');
  if (weights.length > 0) {
    await typeWeights(page, weights);
    return;
  }
  if (named('compared')) {
    for (const run of await page.locator('[data-run] input:not(:disabled)').all()) {
      await run.check();
    }
    return;
  }
  const rule = wantedOf(named('optimizer'));
  if (rule) {
    await page.locator('[data-tab=train]').click();
    await page.locator('aside select').first().selectOption(rule);
    await page.locator('[data-tab=see]').click();
  }
  const rate = wantedOf(named('learningRate'));
  if (rate) {
    const box = page.locator('[data-tour=learning-rate] input');
    await box.fill(rate);
    await page.keyboard.press('Enter');
  }
  if (rate || rule || named('runs')) {
    await page.locator('[data-tour=reset]').click();
    await expect(stat(page, 'step')).toHaveText('0');
  }
  await page.locator('[data-tour=train]').click();
}

/** What a card for trying on asks for that this test does not do: changes of the graph, dice. */
const isBeyond = ({ asks, make, until }: Card): boolean =>
  asks === 'try' &&
  (make.length > 0 ||
    (until !== undefined &&
      claimsOf(until).some(({ fact }) => fact.name === 'weight' || fact.name === 'selected')));

const lessons = [
  'lec-09-1',
  'lec-09-2',
  'lab-09-1',
  'lab-09-2',
  'lab-09-3',
  'lab-09-4',
  'lab-09-5',
  'lab-09-6',
  'lab-09-7',
  'lab-09-x',
];

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
        let worked = 0;
        for (const [i, card] of cards.entries()) {
          await expect(strip(page).getByRole('heading', { level: 2 })).toContainText(card.title);
          if (!isBeyond(card)) {
            await work(page, card);
            if (card.until) await expect(isDone(page)).toBeVisible({ timeout: 60_000 });
            worked += 1;
          }
          await settle(page);
          if (i < cards.length - 1) await strip(page).locator('[data-card-step=next]').click();
        }
        // Whatever was left out is for trying on.
        expect(worked).toBe(cards.length - cards.filter(isBeyond).length);
        const done = strip(page).locator('button[data-done]');
        // A last card that asks nothing is done with when it is left.
        const last = cards.at(-1);
        const open = last?.until || last?.choices.length ? 0 : 1;
        await expect.poll(() => done.count()).toBeGreaterThanOrEqual(worked - open);
      });
    });
  }
}
