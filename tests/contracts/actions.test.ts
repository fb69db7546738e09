import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import type { ActionContext } from '../../src/ui/actions/action.ts';
import { actions } from '../../src/ui/actions/index.ts';
import { storesOfXor } from '../support/stores.ts';

const translators = await Promise.all(
  Object.entries({ en, ko }).map(async ([lng, translation]) => {
    const translator = createInstance();
    await translator.init({ lng, resources: { [lng]: { translation } }, showSupportNotice: false });
    return [lng, translator.t] as const;
  }),
);

describe('the registry of actions', () => {
  it('gives no id twice', () => {
    const ids = actions.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('gives no key to two actions', () => {
    const keys = actions.flatMap(({ keys = [] }) => keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  for (const [language, t] of translators) {
    it.each(actions.map((action) => [action.id, action] as const))(
      `says in ${language} what %s does`,
      (_, { title }) => {
        const context = { t, words: String, stores: storesOfXor() };
        const text = title(context as unknown as ActionContext);
        expect(text).not.toBe('');
        expect(text).not.toMatch(/\{\{|^[a-z]+\.[a-zA-Z.]+$/);
      },
    );
  }
});
