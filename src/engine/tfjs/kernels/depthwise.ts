import type { backend_util } from '@tensorflow/tfjs-core';
import { inputTaps } from './convolution.ts';

/** Calls `visit` for every pixel that a tap of the window reads: where it lies in the images, in the outputs and in the filter. */
export function forTaps(
  window: backend_util.Conv2DInfo,
  visit: (input: number, output: number, filter: number) => void,
): void {
  const { batchSize, outChannels } = window;
  const { table, places, taps, imageBytes } = inputTaps(window);
  const imageSize = imageBytes / 4;
  for (let image = 0; image < batchSize; image++) {
    for (let place = 0; place < places; place++) {
      const output = (image * places + place) * outChannels;
      for (let tap = 0; tap < taps; tap++) {
        const bytes = table[place * taps + tap] as number;
        if (bytes < 0) continue;
        visit(image * imageSize + bytes / 4, output, tap * outChannels);
      }
    }
  }
}
