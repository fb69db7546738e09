import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { fullDatasets } from '../../datasets/all.ts';
import type { OwnTable } from '../../datasets/define-dataset.ts';
import { STORED } from '../../datasets/own-images.ts';
import { readTable } from '../../datasets/reading/table-file.ts';
import { usualSettings } from '../../datasets/reading/table-settings.ts';
import { packTable } from '../../datasets/tables/packed-table.ts';
import { summarise } from '../../datasets/tables/summary.ts';
import { applyCommand } from '../../document/commands.ts';
import { parseDocumentText } from '../../document/parse.ts';
import { expectationsOf } from '../../document/queries.ts';
import type { Expectation, GraphDocument } from '../../document/schema.ts';
import type { Frame } from '../../engine/frame.ts';
import { fullCatalogue } from '../../layers/tensors/index.ts';
import { probeCatalogue } from '../../visualisations/probes.ts';
import { type Check, checkLesson } from './check-lesson.ts';
import { createNodeSession } from './node-session.ts';

const USAGE =
  'npm run lessons -- [NAME …] [--all] [--file data-03-diabetes.csv] [--presets FOLDER] [--json]';
const catalogue = { layers: fullCatalogue, datasets: fullDatasets };

/** One run of one lesson, and what came of it. */
interface Report {
  readonly lesson: string;
  readonly run: number;
  readonly outcome: 'reached' | 'missed' | 'skipped';
  /** Why it was skipped, or could not be tried. */
  readonly why?: string;
  readonly seconds: number;
  readonly checks: readonly Check[];
}

/** Trains lessons from their starting weights and compares with what they must reach. */
async function main(): Promise<number> {
  z.config({ jitless: true });
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean' },
      file: { type: 'string' },
      presets: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const folder = values.presets ?? 'presets';
  const names = readdirSync(folder)
    .filter((file) => /^(lab|lec)-.*\.json$/.test(file))
    .map((file) => basename(file, '.json'))
    .filter((name) => positionals.length === 0 || positionals.includes(name));
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no lesson ${unknown.join(', ')}.\n`);
    return 2;
  }
  const own = values.file === undefined ? undefined : await ownTableOf(values.file);
  const reports: Report[] = [];
  for (const name of names) {
    const document = load(join(folder, `${name}.json`));
    for (const [i, expected] of expectationsOf(document).entries()) {
      const report = await tryOut(name, i + 1, document, expected, values.all ?? false, own).catch(
        (error: unknown): Report => ({
          lesson: name,
          run: i + 1,
          outcome: 'missed',
          why: error instanceof Error ? error.message : String(error),
          seconds: 0,
          checks: [],
        }),
      );
      reports.push(report);
      process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : lineOf(report));
    }
  }
  const count = (outcome: Report['outcome']): number =>
    reports.filter((report) => report.outcome === outcome).length;
  if (!values.json) {
    process.stdout.write(
      `\n${count('reached')} reached, ${count('missed')} missed, ${count('skipped')} skipped\n`,
    );
  }
  return count('missed') === 0 ? 0 : 1;
}

async function tryOut(
  lesson: string,
  run: number,
  document: GraphDocument,
  expected: Expectation,
  all: boolean,
  own: Own | undefined,
): Promise<Report> {
  const skipped = (why: string): Report => ({
    lesson,
    run,
    outcome: 'skipped',
    why,
    seconds: 0,
    checks: [],
  });
  if (expected.long && !all) return skipped('takes minutes; --all trains it');
  if (expected.file && !own) return skipped(`needs --file ${expected.file}`);
  const begun = performance.now();
  let last: Frame | undefined;
  let builds = 0;
  const session = createNodeSession(
    probeCatalogue,
    (frame) => {
      last = frame;
    },
    own?.stored,
  );
  const checks = await checkLesson(
    expected.file && own ? withTable(document, own.table) : document,
    expected,
    catalogue,
    {
      ...session,
      build: (ir, training) => {
        builds += 1;
        return session.build({ ir, training, build: builds, fresh: true });
      },
      last: () => {
        if (!last) throw new Error('nothing was computed');
        return last;
      },
    },
  );
  await session.dispose();
  const reached = checks.length > 0 && checks.every(({ holds }) => holds);
  const outcome = reached ? 'reached' : 'missed';
  return { lesson, run, outcome, seconds: (performance.now() - begun) / 1000, checks };
}

function load(path: string): GraphDocument {
  const parsed = parseDocumentText(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** A table that a person has, as the page would keep it. */
interface Own {
  readonly table: OwnTable;
  readonly stored: ReadonlyMap<string, Uint8Array>;
}

async function ownTableOf(path: string): Promise<Own> {
  const title = basename(path, '.csv');
  const read = await readTable(title, new Blob([readFileSync(path)]), usualSettings);
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.error)}`);
  const { table } = read.value;
  const about = { key: 'own', title, rows: table.rows, columns: summarise(table), cells: null };
  return { table: about, stored: new Map([[`${STORED}own`, packTable(table)]]) };
}

/** The lesson with the person's table as its source's. */
function withTable(document: GraphDocument, table: OwnTable): GraphDocument {
  const source = Object.entries(document.graph.nodes).find(
    ([, { kind }]) => fullCatalogue.get(kind)?.role === 'source',
  );
  return source
    ? applyCommand(document, { type: 'setParams', id: source[0], params: { table } })
    : document;
}

/** A run in a line, and what it missed below. */
function lineOf({ lesson, run, outcome, why, seconds, checks }: Report): string {
  const name = `${lesson} ${run}`.padEnd(20);
  if (outcome === 'skipped') return `– ${name} ${why}\n`;
  const worst = checks.reduce<Check | undefined>((most, check) => {
    const share = ({ got, wanted, within }: Check) => Math.abs(got - wanted) / (within || 1);
    return !most || share(check) > share(most) ? check : most;
  }, undefined);
  const sign = outcome === 'reached' ? '✓' : '✗';
  const closest = worst ? `  closest: ${figureOf(worst)}` : '';
  const missed = checks
    .filter(({ holds }) => !holds)
    .map((check) => `    missed: ${figureOf(check)}\n`)
    .join('');
  if (why) return `${sign} ${name} ${why}\n`;
  return `${sign} ${name} ${String(checks.length).padStart(3)} figures  ${seconds.toFixed(1).padStart(6)} s${closest}\n${missed}`;
}

const figureOf = ({ figure, wanted, got, within }: Check): string =>
  `${figure} ${Number(got.toPrecision(8))} for ${wanted} (± ${Number(within.toPrecision(2))})`;

process.exitCode = await main();
