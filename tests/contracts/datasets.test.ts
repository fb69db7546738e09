import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/core/shape.ts';
import { languages } from '../../src/core/words.ts';
import type { DatasetOptions } from '../../src/datasets/define-dataset.ts';
import { datasets } from '../../src/datasets/index.ts';

const options: DatasetOptions = {
  size: 90,
  noise: 0.1,
  seed: 5,
  points: [
    [0, 1, 2],
    [1, 0, 0],
    [1, 1, 1],
  ],
  task: 'classes',
};

describe.each(datasets)('data set $id', (dataset) => {
  const samples = dataset.samples(options);
  const { input, target } = dataset.spec(options);

  it('holds what it says', () => {
    expect(samples.spec).toEqual({ input, target });
    expect(samples.rows).toBe(dataset.rows(options));
    expect(samples.x.length).toBe(samples.rows * sizeOf(input));
    expect(samples.y.length).toBe(samples.rows * (target.type === 'numbers' ? target.size : 1));
    expect([...samples.x, ...samples.y].every(Number.isFinite)).toBe(true);
  });

  it('has every class in it', () => {
    if (target.type !== 'classes') return;
    const seen = [...new Set(samples.y)].sort();
    expect(seen).toEqual(Array.from({ length: target.count }, (_, i) => i));
  });

  it('is the same for the same seed, and another for another', () => {
    expect(dataset.samples(options)).toEqual(samples);
    if (!dataset.options.includes('seed')) return;
    expect(dataset.samples({ ...options, seed: 6 }).x).not.toEqual(samples.x);
  });

  it('changes with the options it names and with no other', () => {
    const changed: DatasetOptions = {
      size: 60,
      noise: 0.5,
      seed: 9,
      points: [[3, 3, 1]],
      task: 'numbers',
    };
    for (const name of Object.keys(options) as (keyof DatasetOptions)[]) {
      const other = dataset.samples({ ...options, [name]: changed[name] });
      if (dataset.options.includes(name)) expect(other, name).not.toEqual(samples);
      else expect(other, name).toEqual(samples);
    }
  });

  it('has its words in every language', () => {
    for (const language of languages) {
      expect(dataset.title[language]).not.toBe('');
      expect(dataset.blurb[language]).not.toBe('');
    }
  });
});
