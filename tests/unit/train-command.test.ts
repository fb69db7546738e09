import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printDocument } from '../../src/document/parse.ts';
import { documentOf } from '../support/documents.ts';
import { chain } from '../support/graphs.ts';

const folder = mkdtempSync(join(tmpdir(), 'netwright-'));

function train(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'train', '--', ...args], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const lines = stdout.trim().split('\n');
  return { status, lines, stderr: stderr.replace(/^npm warn.*\n/gm, '') };
}

const saved = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const digits = (): string =>
  printDocument(
    documentOf(
      chain(
        ['points', { dataset: 'moons', size: 60 }],
        ['dense', { units: 8 }],
        ['tanh'],
        ['dense', { units: 1 }],
        ['sigmoid'],
        ['loss'],
      ),
    ),
  );

describe('npm run train', () => {
  it('lands on the lecture’s numbers without a page', () => {
    const { status, lines } = train('presets/lab-09-2.json', '--json');
    expect(status).toBe(0);
    const last = JSON.parse(lines.at(-1) ?? '');
    const lesson = JSON.parse(readFileSync('presets/lab-09-2.json', 'utf8')).meta.lesson;
    expect(last).toMatchObject({
      step: lesson.expect.updates,
      epoch: lesson.expect.updates,
      accuracy: 1,
      testLoss: null,
      testAccuracy: null,
      executor: 'fused',
    });
    expect(last.outputs.flat().length).toBe(4);
    for (const [i, output] of last.outputs.flat().entries()) {
      expect(Math.abs(output - lesson.expect.outputs[i])).toBeLessThan(lesson.expect.tolerance);
    }
    expect(last.weights.dense1.kernel.map((row: number[]) => row.length)).toEqual([2, 2]);
    expect(last.stepsPerSecond).toBeGreaterThan(0);
  });

  it('goes as far, from the seed and on the executor that are named', () => {
    const file = saved('moons.json', digits());
    const run = (...args: string[]) => {
      const { status, lines } = train(file, '--json', ...args);
      expect(status).toBe(0);
      return JSON.parse(lines.at(-1) ?? '');
    };
    const one = run('--epochs', '3', '--seed', '4', '--executor', 'wasm');
    expect(one).toMatchObject({ epoch: 3, executor: 'wasm' });
    const two = run('--steps', '20', '--seed', '4');
    expect(two).toMatchObject({ step: 20, executor: 'fused' });
    const three = run('--steps', '20', '--seed', '4');
    expect(three.weights).toEqual(two.weights);
    expect(run('--steps', '20', '--seed', '5').weights).not.toEqual(two.weights);
  });

  it('tells how it is used', () => {
    const { status, lines } = train('--help');
    expect(status).toBe(0);
    expect(lines.join()).toMatch(/--steps N \| --epochs N/);
  });

  it('names what overflowed, in words and in the last line', () => {
    const graph = chain(
      ['points', { dataset: 'line', size: 20 }],
      ['dense', { units: 1 }],
      ['loss', { type: 'meanSquaredError' }],
    );
    const document = documentOf(graph, {
      optimizer: { type: 'sgd', learningRate: 90, momentum: 0 },
    });
    const { status, lines, stderr } = train(saved('wild.json', printDocument(document)), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ failure: { type: 'non-finite' } });
    expect(stderr).toMatch(/learning rate/);
  });

  it.each([
    ['no file', [], /No file is named/],
    ['an unknown file', ['presets/lab-99.json'], /no file presets\/lab-99\.json/],
    ['an unknown flag', ['presets/lab-09-2.json', '--step', '3'], /--step/],
    ['a flag without its number', ['presets/lab-09-2.json', '--steps', 'ten'], /whole number/],
    ['both distances', ['presets/lab-09-2.json', '--steps', '3', '--epochs', '3'], /exclude/],
    ['an unknown executor', ['presets/lab-09-2.json', '--executor', 'abacus'], /abacus/],
    ['an executor that Node lacks', ['presets/lab-09-2.json', '--executor', 'webgpu'], /webgpu/],
    ['a folder', ['presets'], /folder/],
    ['a device that never ends', ['/dev/zero'], /no ordinary file/],
    ['what is no document', ['package.json'], /not a Netwright network/],
    ['text that is no JSON', [saved('broken.json', '{')], /JSON/],
    [
      'a network that cannot be trained',
      [saved('open.json', printDocument(documentOf(chain(['points'], ['dense']))))],
      /cannot be trained/,
    ],
  ])('refuses %s in one line', (_, args, reason) => {
    const { status, lines, stderr } = train(...args);
    expect(status).toBe(2);
    expect(lines).toEqual(['']);
    expect(stderr).toMatch(reason);
    expect(stderr.trim().split('\n').length).toBe(1);
  });
});
