import type { TensorPicture } from './probe.ts';

/** What the numbers of each map of an image are like. */
export interface MapStats {
  /** The largest size of a number in all maps. */
  readonly reach: number;
  readonly maps: readonly {
    readonly min: number;
    readonly max: number;
    readonly reach: number;
    /** Where the number of the largest size is. */
    readonly peak: { readonly y: number; readonly x: number };
    /** Zero everywhere: this sample says nothing to it. */
    readonly dead: boolean;
  }[];
}

/** Smallest and largest number of every map, and which maps are silent. */
export function mapStats({ shape, values }: TensorPicture): MapStats {
  const [height = 0, width = 0, channels = 1] = shape;
  let reach = 0;
  const maps = Array.from({ length: channels }, (_, map) => {
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    let own = 0;
    let at = 0;
    for (let i = map; i < height * width * channels; i += channels) {
      const value = values[i] as number;
      min = Math.min(min, value);
      max = Math.max(max, value);
      if (Math.abs(value) <= own) continue;
      own = Math.abs(value);
      at = (i - map) / channels;
    }
    const peak = { y: Math.floor(at / (width || 1)), x: at % (width || 1) };
    reach = Math.max(reach, own);
    return { min, max, reach: own, peak, dead: own === 0 };
  });
  return { reach, maps };
}
