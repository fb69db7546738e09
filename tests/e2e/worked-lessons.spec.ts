import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { Card } from '../../src/lessons/card.ts';
import { claimsOf } from '../../src/lessons/condition.ts';
import { parseCards } from '../../src/lessons/parse-cards.ts';
import { settle, stat, stepOf } from './page.ts';

const strip = (page: Page): Locator => page.locator('[data-lesson-open]');
const isDone = (page: Page): Locator => strip(page).locator('[data-card-done]');
const trainButton = (page: Page): Locator => page.locator('[data-tour=train]');

const cardsOf = (lesson: string, language: string): readonly Card[] => {
  const { cards, findings } = parseCards(readFileSync(`presets/${lesson}.${language}.md`, 'utf8'));
  expect(findings).toEqual([]);
  return cards;
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
  const named = (name: string) => claims.find(({ fact }) => fact.name === name);
  if (named('compared')) {
    for (const run of await page.locator('[data-run] input:not(:disabled)').all())
      await run.check();
    return;
  }
  const rate = named('learningRate');
  if (rate && 'value' in rate) {
    const box = page.locator('[data-tour=learning-rate] input, input[data-tour=learning-rate]');
    // Where a card asks for at least so much, its words say a little more.
    await box.fill(String(rate.operator === '>=' ? Number(rate.value) + 0.01 : rate.value));
    await page.keyboard.press('Enter');
  }
  if (rate || named('runs')) {
    await page.locator('[data-tour=reset]').click();
    await expect(stat(page, 'step')).toHaveText('0');
  }
  await trainButton(page).click();
}

for (const lesson of ['lab-02-1', 'lab-07-1']) {
  for (const [language, locale] of [
    ['en', 'en-US'],
    ['ko', 'ko-KR'],
  ] as const) {
    test.describe(() => {
      test.use({ locale });
      test(`${lesson} is worked through card by card, ${language}`, async ({ page }) => {
        await page.goto(`/?lesson=${lesson}`);
        const cards = cardsOf(lesson, language);
        expect(cards.length).toBeGreaterThan(5);
        for (const [i, card] of cards.entries()) {
          await expect(strip(page).getByRole('heading', { level: 2 })).toContainText(card.title);
          await work(page, card);
          if (card.until) await expect(isDone(page)).toBeVisible();
          await settle(page);
          if (i < cards.length - 1) await strip(page).locator('[data-card-step=next]').click();
        }
        // To the end, and every card of it done.
        await expect(strip(page).locator('button[data-done]')).toHaveCount(cards.length);
      });
    });
  }
}

test('lab-02-1 ends on the numbers that its cards tell', async ({ page }) => {
  await page.goto('/?lesson=lab-02-1&card=5');
  await trainButton(page).click();
  await expect.poll(() => stepOf(page)).toBe(2001);
  await expect(stat(page, 'loss')).toHaveText('1.21e−5');
});
