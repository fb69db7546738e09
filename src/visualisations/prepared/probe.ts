import { createRandom } from '../../core/random.ts';
import { inputWidth, readInputs, scaledZero } from '../../core/samples.ts';
import type { Shape } from '../../core/shape.ts';
import { createAugmenter } from '../../engine/data/augment.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

/** How many images are wanted. */
export interface PreparedRequest {
  readonly count: number;
}

/** Training images as a batch has them. */
export interface PreparedPicture {
  readonly shape: Shape;
  /** One image after another. */
  readonly values: Float32Array;
  /** The largest size of a value. */
  readonly reach: number;
}

/** The first training images, scaled, moved, turned and zoomed as they are for training. */
export const preparedProbe: Probe<PreparedRequest, PreparedPicture> = {
  id: 'prepared',
  compute: async ({ network, data, moment }, { count }) => {
    const { spec, preparation } = network.source;
    const { samples, rows } = data.train;
    if (spec.input.length !== 3) return undefined;
    const shown = Math.min(count, rows);
    const values = readInputs(samples, 0, shown).slice();
    const { augmentation } = preparation;
    if (augmentation) {
      const random = createRandom(moment.epoch).fork('preview');
      const augment = createAugmenter(
        spec.input,
        augmentation,
        random,
        scaledZero(samples.scaling),
      );
      for (let row = 0; row < shown; row++) augment(values, row * inputWidth(samples));
    }
    const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return { shape: spec.input, values, reach };
  },
};
