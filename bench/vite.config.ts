import { defineConfig } from 'vite';

/** The page that the measurements run in, built as the product is. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: 'es2023',
    outDir: '../node_modules/.cache/bench',
    emptyOutDir: true,
    chunkSizeWarningLimit: 5000,
    assetsInlineLimit: 0,
  },
  preview: {
    port: 4199,
    strictPort: true,
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  },
});
