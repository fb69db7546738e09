import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, arithmeticOf, roomFor } from './arithmetic.ts';

/** Sizes, strides, dilations and padding of a convolution, as tfjs works them out. */
export type Window = backend_util.Conv2DInfo;

/** Places of an image that are laid out at a time: their columns stay in the processor's cache. */
const PLACES_AT_ONCE = 96;
/** Numbers that their columns may take up: fewer places of a window that is very large. */
const COLUMNS_AT_ONCE = 4_000_000;

/** Which place of which image each tap of the window reads. */
export interface Taps {
  /** [places, taps]: bytes from the start of an image, or −1 for padding. */
  readonly table: Int32Array;
  readonly places: number;
  readonly taps: number;
  /** Bytes of one place, and of one image, of what is read. */
  readonly run: number;
  readonly imageBytes: number;
}

/** What each output place reads of the input: the way forward. */
export function inputTaps(window: Window): Taps {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = window;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth } = window;
  return tapsOf(window, [outHeight, outWidth], [inHeight, inWidth], inChannels, (at, tap) => [
    at[0] * strideHeight + tap[0] * dilationHeight - padInfo.top,
    at[1] * strideWidth + tap[1] * dilationWidth - padInfo.left,
  ]);
}

/** Which output places each input place was read by: the way back. */
export function outputTaps(window: Window): Taps {
  const { inHeight, inWidth, outChannels, outHeight, outWidth, padInfo } = window;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth } = window;
  return tapsOf(window, [inHeight, inWidth], [outHeight, outWidth], outChannels, (at, tap) => [
    (at[0] + padInfo.top - tap[0] * dilationHeight) / strideHeight,
    (at[1] + padInfo.left - tap[1] * dilationWidth) / strideWidth,
  ]);
}

type Pair = readonly [number, number];

function tapsOf(
  { filterHeight, filterWidth }: Window,
  [height, width]: Pair,
  [readHeight, readWidth]: Pair,
  channels: number,
  read: (place: Pair, tap: Pair) => Pair,
): Taps {
  const places = height * width;
  const taps = filterHeight * filterWidth;
  const run = 4 * channels;
  const table = new Int32Array(places * taps).fill(-1);
  for (let place = 0; place < places; place++) {
    for (let tap = 0; tap < taps; tap++) {
      const [y, x] = read(
        [Math.floor(place / width), place % width],
        [Math.floor(tap / filterWidth), tap % filterWidth],
      );
      const inside = y >= 0 && y < readHeight && x >= 0 && x < readWidth;
      // A place between two strides was read by none.
      if (inside && Number.isInteger(y) && Number.isInteger(x)) {
        table[place * taps + tap] = (y * readWidth + x) * run;
      }
    }
  }
  return { table, places, taps, run, imageBytes: readHeight * readWidth * run };
}

/**
 * Lays out the columns of a batch part by part: `use` gets each part as a matrix
 * [count, taps · channels] and the number of its first row among all places of the batch.
 */
export function forColumns(
  backend: BackendWasm,
  source: TensorInfo,
  images: number,
  taps: Taps,
  use: (columns: { address: number; stride: number }, first: number, count: number) => void,
): void {
  const { gather } = arithmeticOf(backend);
  const stride = taps.taps * taps.run;
  const window = stride / 4;
  const most = Math.max(1, Math.min(PLACES_AT_ONCE, Math.floor(COLUMNS_AT_ONCE / window)));
  const scratch = roomFor(backend, [most, window]);
  const table = backend.makeOutput([taps.table.length], 'int32', undefined, taps.table);
  const rows = images * taps.places;
  const address = addressOf(backend, scratch);
  const from = addressOf(backend, source);
  for (let first = 0; first < rows; first += most) {
    const count = Math.min(most, rows - first);
    gather(
      from,
      addressOf(backend, table),
      taps.taps,
      taps.run,
      taps.imageBytes,
      taps.places,
      first,
      count,
      address,
    );
    use({ address, stride }, first, count);
  }
  backend.disposeData(scratch.dataId);
  backend.disposeData(table.dataId);
}
