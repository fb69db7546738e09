import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Names under which Chrome and Chromium are installed. */
const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];

const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a browser to test with: `CHROMIUM_PATH`, Playwright's own, or one that is installed. */
export function findBrowser() {
  const { CHROMIUM_PATH: wanted, PATH = '' } = process.env;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, but nothing is there.`);
    return wanted;
  }
  const own = chromium.executablePath();
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [own, ...onPath, ...usual].find((path) => existsSync(path));
}

/** A browser to test with; installs one if there is none, or says what to do. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('No browser found. Installing Playwright’s Chromium …');
  run('npx', ['playwright', 'install', 'chromium']);
  if (!findBrowser() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('That did not work. Installing Debian’s chromium …');
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'The end-to-end tests need Chrome or Chromium and none could be installed.\n' +
      'Install one, or set CHROMIUM_PATH to the program, and run npm test again.',
  );
}

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' });

/** Flags that keep a tested browser quiet; root has no sandbox. */
export const browserFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
