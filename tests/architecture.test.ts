import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allKinds } from '../src/layers/tensors/index.ts';
import { findFiles, readModules, type SourceModule } from './support/modules.ts';

/** The rooms of the house, from the ground up: a folder imports only from lines above its own. */
const lines: readonly (readonly string[])[] = [
  ['core', 'ui/kit'],
  ['document', 'layers', 'datasets', 'lessons', 'i18n'],
  ['compiler'],
  ['exporters', 'importers', 'engine'],
  ['state'],
  ['visualisations'],
  ['ui'],
  ['app'],
];

/** Folders whose code never sees React or the page. */
const plain = [
  'core',
  'document',
  'layers',
  'datasets',
  'lessons',
  'compiler',
  'exporters',
  'importers',
  'engine',
];

/** Where the engine is put together with TensorFlow.js. */
const engineRoots = [
  'src/app/engine.worker.ts',
  'src/app/seeds-tfjs.ts',
  'src/app/cli/node-session.ts',
];

const modules = readModules();
const sources = modules.filter(({ path }) => path.startsWith('src/'));

function folderOf(path: string): string {
  const inner = path.replace(/^src\//, '');
  return inner.startsWith('ui/kit/') ? 'ui/kit' : (inner.split('/')[0] ?? '');
}

const lineOf = (folder: string): number => lines.findIndex((line) => line.includes(folder));

const edges = modules.flatMap(({ path, imports }) =>
  imports.map((each) => ({ from: path, ...each })),
);
const inner = edges.filter(({ isPackage, to }) => !isPackage && to.startsWith('src/'));

describe('the house', () => {
  it('was read whole', () => {
    expect(sources.length).toBe(findFiles('src', /\.tsx?$/).length);
    expect(sources.length).toBeGreaterThan(150);
    expect(inner.length).toBeGreaterThan(400);
  });

  it('has a line for every folder', () => {
    const homeless = sources.filter(({ path }) => lineOf(folderOf(path)) < 0);
    expect(homeless.map(({ path }) => path)).toEqual([]);
  });

  it('imports only from the lines above, types too', () => {
    const breaches = inner.filter(({ from, to }) => {
      const [a, b] = [folderOf(from), folderOf(to)];
      return a !== b && lineOf(b) >= lineOf(a);
    });
    expect(breaches.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(findCycle(modules)).toEqual([]);
  });

  it('lets a view see its own probe only as types, and other pictures not at all', () => {
    const breaches = inner.filter(({ from, to, typeOnly }) => {
      const own = /^src\/visualisations\/([^/]+)\//.exec(from)?.[1];
      const other = /^src\/visualisations\/([^/]+)\//.exec(to)?.[1];
      if (!own || !other) return false;
      const isProbe = from.endsWith('/probe.ts');
      return own !== other || (!isProbe && to.endsWith('/probe.ts') && !typeOnly);
    });
    expect(breaches.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('lets probes see only the engine and what lies below it', () => {
    const breaches = inner.filter(
      ({ from, to }) => from.endsWith('/probe.ts') && lineOf(folderOf(to)) > lineOf('engine'),
    );
    expect(breaches.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('keeps React and the page out of the plain folders', () => {
    const breaches = edges.filter(
      ({ from, to, isPackage }) =>
        isPackage &&
        plain.includes(folderOf(from)) &&
        /^(react|@xyflow|zustand|zundo|radix-ui|lucide|uplot|i18next|idb-keyval)/.test(to),
    );
    expect(breaches.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('runs TensorFlow.js in the worker and on the command line alone', () => {
    const breaches = edges.filter(
      ({ from, to, typeOnly }) =>
        to.startsWith('@tensorflow/') && !typeOnly && !engineRoots.includes(from),
    );
    expect(breaches.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

describe('every source file', () => {
  it('is at most 400 lines long', () => {
    const files = [...sources, ...sheets()];
    const long = files.filter(({ text }) => text.trimEnd().split('\n').length > 400);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('draws its random numbers from a seed', () => {
    const random = sources.filter(({ text }) => /Math\s*\.\s*random|getRandomValues/.test(text));
    expect(random.map(({ path }) => path)).toEqual([]);
  });

  it('takes its colours from the tokens', () => {
    const literal = /#[0-9a-f]{3,8}\b(?!['"]?\))|\b(?:rgba?|hsla?|oklch)\(\s*\d|\bdark:[a-z[]/i;
    const coloured = [...sources, ...sheets()].filter(
      ({ path, text }) => path !== 'src/ui/kit/tokens.css' && literal.test(text),
    );
    expect(coloured.map(({ path }) => path)).toEqual([]);
  });

  it('never branches on a layer kind outside src/layers', () => {
    const names = allKinds.map(({ kind }) => kind).join('|');
    const branch = new RegExp(
      `(?:===|!==)\\s*['"](?:${names})['"]|['"](?:${names})['"]\\s*(?:===|!==)|case ['"](?:${names})['"]|\\bkind\\s*(?:===|!==)\\s*['"]`,
    );
    const branching = sources.filter(
      ({ path, text }) => folderOf(path) !== 'layers' && branch.test(text),
    );
    expect(branching.map(({ path }) => path)).toEqual([]);
  });

  it('has a name that says what it holds', () => {
    const vague = /\/(?:utils?|helpers?|types?|manager|common|misc)\.tsx?$/;
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });
});

const sheets = (): { path: string; text: string }[] =>
  findFiles('src', /\.css$/).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The files of one circle of imports, or none. */
function findCycle(all: readonly SourceModule[]): string[] {
  const next = new Map(
    all.map(({ path, imports }) => [
      path,
      imports.filter(({ isPackage }) => !isPackage).map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
