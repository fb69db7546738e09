import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';

/** Runs every check of the project and ends with one line that adds them up. */
const reports = 'test-results/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`);
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  return status === 0;
}

/** A check that passes or fails as a whole. */
function check(title, command, args) {
  if (run(title, command, args)) passed += 1;
  else failed += 1;
}

/** A suite that writes a report of its tests; without a report it counts as one failure. */
function suite(title, command, args, file, count, env) {
  const succeeded = run(title, command, args, env);
  let result;
  try {
    result = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    result = { passed: 0, failed: 1 };
  }
  passed += result.passed;
  failed += succeeded ? result.failed : Math.max(1, result.failed);
}

check('format and lint', 'npx', ['biome', 'ci', '.']);
check('types', 'npx', ['tsc', '--noEmit']);
check('unused code', 'npx', ['knip']);
suite(
  'architecture, unit and contract tests',
  'npx',
  ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reports}/unit.json`],
  `${reports}/unit.json`,
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.numTotalTests === 0 ? 1 : 0),
  }),
);
check('build', 'npx', ['vite', 'build', '--logLevel', 'warn']);
check('size', 'npx', ['size-limit']);

try {
  ensureBrowser();
  suite(
    'end-to-end tests',
    'npx',
    ['playwright', 'test', '--reporter=list,json'],
    `${reports}/e2e.json`,
    ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + stats.skipped,
    }),
    { PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/e2e.json` },
  );
} catch (error) {
  console.error(error.message);
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
