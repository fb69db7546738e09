import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { courseSchema, entriesOf, neighbourOf, timeLineSchema } from '../../src/lessons/course.ts';
import { findFiles } from '../support/modules.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const course = courseSchema.parse(readJson('presets/course.json'));
const { events } = timeLineSchema.parse(readJson('presets/timeline.json'));
const shelf = findFiles('presets', /\/(lab|lec)-[^/]*\.json$/).map((path) =>
  basename(path, '.json'),
);
const named = entriesOf(course).flatMap(({ lessons }) => lessons);

it('has every lecture and lab of the course up to convolutional networks, once and in order', () => {
  const codes = entriesOf(course).map(({ code }) => code);
  expect(codes.length).toBe(40);
  expect(new Set(codes).size).toBe(40);
  expect([codes[0], codes[21], codes[39]]).toEqual(['Lec 00', 'Lec 08-1', 'Lab 11-3']);
  const numbers = codes.map((code) => Number(code.slice(4, 6)));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

it('gives every preset a place, and no preset two', () => {
  expect(shelf.filter((id) => !named.includes(id))).toEqual([]);
  expect(named.filter((id, i) => named.indexOf(id) !== i)).toEqual([]);
});

it('files a lesson under the number in its name', () => {
  const astray = entriesOf(course).flatMap(({ code, lessons }) =>
    lessons.filter((id) => id.slice(4, 6) !== code.slice(4, 6)),
  );
  expect(astray).toEqual([]);
});

it('speaks both languages', () => {
  for (const { code, title, teaches } of entriesOf(course)) {
    expect(`${title.ko}${teaches.ko}`, code).toMatch(/[가-힣]/);
    expect(teaches.ko, code).toMatch(/요\.$/);
    expect(`${title.en}${teaches.en}`, code).not.toMatch(/[가-힣]/);
  }
  for (const { year, title, text } of events) {
    expect(text.ko, String(year)).toMatch(/요\.$/);
    expect(`${title.en}${text.en}`, String(year)).not.toMatch(/[가-힣]/);
  }
});

it('tells its story in order, and leads to lessons of the course alone', () => {
  const years = events.map(({ year }) => year);
  expect(years).toEqual([...years].sort((a, b) => a - b));
  expect(years).toEqual(
    expect.arrayContaining([1943, 1957, 1969, 1974, 1986, 1989, 2006, 2007, 2012, 2016]),
  );
  expect(events.filter(({ winter }) => winter).length).toBe(2);
  const strange = events.flatMap(({ lesson = [] }) => lesson).filter((id) => !named.includes(id));
  expect(strange).toEqual([]);
  expect(
    entriesOf(course)
      .filter(({ timeLine }) => timeLine)
      .map(({ code }) => code),
  ).toEqual(['Lec 08-1']);
});

it('leads from lesson to lesson of a lab, over those that are not there, and not beyond it', () => {
  const there = ['lab-09-1', 'lab-09-3', 'lab-10-1'];
  expect(neighbourOf(course, 'lab-09-1', 1, there)).toBe('lab-09-3');
  expect(neighbourOf(course, 'lab-09-3', -1, there)).toBe('lab-09-1');
  expect(neighbourOf(course, 'lab-09-3', 1, there)).toBeUndefined();
  expect(neighbourOf(course, 'lab-09-1', -1, there)).toBeUndefined();
});
