import { existsSync, readFileSync } from 'node:fs';

/** What the page loads before its canvas can be used: the entry and everything it preloads. */
const html = existsSync('dist/index.html') ? readFileSync('dist/index.html', 'utf8') : '';
const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
  ([, path]) => `dist/${path}`,
);
if (scripts.length === 0) throw new Error('dist/index.html names no script: build first');

export default [
  { name: 'JavaScript before the canvas', path: scripts, gzip: true, limit: '262 kB' },
  { name: 'Style sheet', path: 'dist/assets/index-*.css', gzip: true, limit: '45 kB' },
];
