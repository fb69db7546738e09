import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { findFiles } from '../support/modules.ts';

type Tree = { readonly [key: string]: string | Tree };

const flatten = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flatten(value, `${path}${key}.`),
  );

const english = new Map(flatten(en));
const korean = new Map(flatten(ko));
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

it('says the same things in both languages, with the same figures in them', () => {
  expect([...korean.keys()]).toEqual([...english.keys()]);
  for (const [key, text] of english) {
    const translated = korean.get(key) ?? '';
    expect(translated.trim(), key).not.toBe('');
    expect([...new Set(placeholders(translated))], key).toEqual([...new Set(placeholders(text))]);
  }
});

it('has no text that is never shown', () => {
  const source = findFiles('src', /\.tsx?$/)
    .filter((path) => !path.startsWith('src/i18n/'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const unused = [...english.keys()].filter((key) => {
    const base = key.replace(/_(one|other)$/, '');
    const group = base.slice(0, base.lastIndexOf('.') + 1);
    return !source.includes(`'${base}'`) && !source.includes(`\`${group}\${`);
  });
  expect(unused).toEqual([]);
});
