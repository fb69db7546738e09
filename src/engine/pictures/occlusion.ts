import type { Ir } from '../../compiler/ir.ts';
import { predictRow } from '../../core/loss.ts';
import { scaledZero } from '../../core/samples.ts';
import { classOf, forwardRows } from '../figures/metrics.ts';
import type { ProbeContext } from './probe.ts';

/** How much the answer hangs on each part of an image. */
export interface Occlusion {
  /** The class whose share is followed: the network's answer for the whole image. */
  readonly cls: number;
  /** Its share with nothing covered. */
  readonly share: number;
  /** [height, width]: how far the share falls with a patch around here covered; below zero it rises. */
  readonly drops: Float32Array;
  /** The largest size of a drop. */
  readonly reach: number;
  /** Side of the patch, in pixels. */
  readonly patch: number;
}

/** Side of the patch, as a share of the image's. */
const PATCH_SHARE = 1 / 6;
/** Places that are covered at least, however slow the network is. */
const LEAST_PLACES = 16;
/** Places that are covered at most, however fast it is. */
const MOST_PLACES = 1024;

/**
 * Occlusion: the share of the answer while one patch of the image after another is covered (Zeiler and
 * Fergus 2014). x is one image as the network sees it.
 */
export async function occlude(
  ir: Ir,
  x: Float32Array,
  { data, forward, mostRows }: Pick<ProbeContext, 'data' | 'forward' | 'mostRows'>,
): Promise<Occlusion> {
  const [height = 1, width = 1] = ir.source.spec.input;
  const ground = scaledZero(data.train.samples.scaling);
  const affordable = Math.min(MOST_PLACES, Math.max(LEAST_PLACES, await mostRows()));
  const stride = Math.max(1, Math.ceil(Math.sqrt((height * width) / affordable)));
  // A patch covers at least the block whose pixels it answers for.
  const patch = Math.max(stride, Math.round(Math.min(height, width) * PATCH_SHARE));
  const [down, across] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const places = down * across;
  /** The image itself, then with one place after another covered. */
  const read = (from: number, to: number): Float32Array => {
    const images = new Float32Array((to - from) * x.length);
    for (let row = from; row < to; row++) {
      const image = images.subarray((row - from) * x.length, (row - from + 1) * x.length);
      image.set(x);
      if (row === 0) continue;
      const middle = stride >> 1;
      const y = Math.floor((row - 1) / across) * stride + middle;
      const place = [y, ((row - 1) % across) * stride + middle] as const;
      cover(image, [height, width], place, patch, ground);
    }
    return images;
  };
  const raw = (await forwardRows({ forward }, places + 1, read)) ?? new Float32Array(0);
  const outputs = ir.target.width;
  const shares = Array.from({ length: places + 1 }, (_, row) =>
    predictRow(ir.loss.spec, raw.slice(row * outputs, (row + 1) * outputs)),
  );
  const cls = classOf(shares[0] ?? new Float32Array(1));
  const shareOf = (row: number): number => {
    const all = shares[row];
    if (!all || all.length > 1) return all?.[cls] ?? 0;
    return cls === 1 ? (all[0] ?? 0) : 1 - (all[0] ?? 0);
  };
  const share = shareOf(0);
  let reach = 0;
  const drops = new Float32Array(height * width);
  for (let i = 0; i < drops.length; i++) {
    const y = Math.floor(Math.floor(i / width) / stride);
    const drop = share - shareOf(1 + y * across + Math.floor((i % width) / stride));
    drops[i] = drop;
    reach = Math.max(reach, Math.abs(drop));
  }
  return { cls, share, drops, reach, patch };
}

/** Covers a square around a pixel of an image [height, width, channels]. */
function cover(
  image: Float32Array,
  [height, width]: readonly [number, number],
  [y, x]: readonly [number, number],
  patch: number,
  value: number,
): void {
  const channels = image.length / (height * width);
  const [top, left] = [y - (patch >> 1), x - (patch >> 1)];
  for (let v = Math.max(0, top); v < Math.min(height, top + patch); v++) {
    const from = v * width + Math.max(0, left);
    const to = v * width + Math.min(width, left + patch);
    image.fill(value, from * channels, to * channels);
  }
}
