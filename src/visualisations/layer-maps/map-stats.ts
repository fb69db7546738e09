import type { TensorPicture } from './probe.ts';

/** What the numbers of each map of an image are like. */
export interface MapStats {
  /** The largest size of a number in all maps. */
  readonly reach: number;
  readonly maps: readonly {
    readonly min: number;
    readonly max: number;
    readonly reach: number;
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
    for (let i = map; i < height * width * channels; i += channels) {
      const value = values[i] as number;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    const own = Math.max(Math.abs(min), Math.abs(max));
    reach = Math.max(reach, own);
    return { min, max, reach: own, dead: own === 0 };
  });
  return { reach, maps };
}
