import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mnistAsset } from './build/mnist.ts';

/** Where the files of the full MNIST are, if not beside the page: `VITE_MNIST_BASE=https://… npm start`. */
const mnistBase = process.env['VITE_MNIST_BASE'];
const elsewhere = mnistBase ? ` ${new URL(mnistBase).origin}` : '';

/**
 * Threads and precise timers need an isolated page; nothing is fetched from other hosts. Any page may show
 * this one in a frame: a slide, a course's page.
 */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${elsewhere}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** `PORT=8080 npm start` serves elsewhere. */
const port = Number(process.env['PORT'] ?? 4173);

const hasDesktop =
  !process.env['CI'] &&
  (process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']));

/**
 * What the first screen needs is two files: in fifty small ones, as it would be cut for the parts that come
 * later, it takes 10 kB more on the way.
 */
const firstScreen = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/, priority: 1 },
  { name: 'page', tags: ['$initial' as const] },
];

export default defineConfig({
  plugins: [react(), tailwindcss(), mnistAsset()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: firstScreen } } },
  },
  preview: { port, strictPort: true, headers, open: hasDesktop },
});
