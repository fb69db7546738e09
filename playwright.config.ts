import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './tests/support/browser.mjs';

const executablePath = findBrowser();
const address = `http://localhost:${process.env['PORT'] ?? 4173}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // A shared machine may stall once; a test that fails twice is broken. The report names it as flaky.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // Responsiveness is measured on its own, after everything else.
  projects: [
    { name: 'page', testIgnore: /responsive/ },
    {
      name: 'alone',
      testMatch: /responsive/,
      dependencies: ['page'],
      fullyParallel: false,
      workers: 1,
    },
  ],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'npm start',
    url: address,
    reuseExistingServer: !process.env['CI'],
    env: { CI: '1' },
    timeout: 120_000,
  },
});
