import type { Augmentation } from '../../core/preparation.ts';
import type { Random } from '../../core/random.ts';
import type { Shape } from '../../core/shape.ts';

/**
 * Moves, turns and zooms images at random, in place; between pixels it blends (bilinear), beyond the
 * edge it takes `ground`. Images are [height, width, channels].
 */
export function createAugmenter(
  shape: Shape,
  { shift, rotate, zoom }: Augmentation,
  random: Random,
  ground = 0,
): (values: Float32Array, at: number) => void {
  const [height = 1, width = 1, channels = 1] = shape;
  const before = new Float32Array(height * width * channels);
  const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
  const within = (reach: number): number => reach * (2 * random.uniform() - 1);
  return (values, at) => {
    before.set(values.subarray(at, at + before.length));
    const angle = (within(rotate) * Math.PI) / 180;
    const scale = 1 + within(zoom);
    const [moveY, moveX] = [within(shift), within(shift)];
    const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        // Where this pixel comes from: the inverse of the move.
        const [dy, dx] = [y - middleY - moveY, x - middleX - moveX];
        const fromY = middleY + cos * dy - sin * dx;
        const fromX = middleX + sin * dy + cos * dx;
        for (let channel = 0; channel < channels; channel++) {
          values[at + (y * width + x) * channels + channel] = blend(fromY, fromX, channel);
        }
      }
    }
  };

  function blend(y: number, x: number, channel: number): number {
    const [top, left] = [Math.floor(y), Math.floor(x)];
    const [down, right] = [y - top, x - left];
    const upper = (1 - right) * pixel(top, left, channel) + right * pixel(top, left + 1, channel);
    if (down === 0) return upper;
    const lower =
      (1 - right) * pixel(top + 1, left, channel) + right * pixel(top + 1, left + 1, channel);
    return (1 - down) * upper + down * lower;
  }

  function pixel(y: number, x: number, channel: number): number {
    const outside = y < 0 || y >= height || x < 0 || x >= width;
    return outside ? ground : (before[(y * width + x) * channels + channel] as number);
  }
}
