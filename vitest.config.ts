import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserFlags, findBrowser } from './tests/support/browser.mjs';

const executablePath = findBrowser();
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

/** WebGPU is drawn in software where there is no graphics card: slow, but right. */
const gpuFlags = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/** As the page itself is served: threads need an isolated page. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          ...patience,
        },
      },
      {
        server: { headers: isolation },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...patience,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: [...browserFlags, ...gpuFlags],
                ...(executablePath ? { executablePath } : {}),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
