import { EVALUATED_AT_ONCE } from '../../compiler/compile.ts';
import { type Ir, isTrainable } from '../../compiler/ir.ts';
import { predictRow } from '../../core/loss.ts';
import {
  type Components,
  principalComponents,
  projected,
} from '../../core/principal-components.ts';
import { readInputs, type Samples, takeRows } from '../../core/samples.ts';
import { evenRows } from '../../engine/data/batches.ts';
import type { TrainingData } from '../../engine/data/data.ts';
import { classOf } from '../../engine/figures/metrics.ts';
import { createPictureKeeper } from '../../engine/pictures/kept-picture.ts';
import type { Probe, ProbeContext } from '../../engine/pictures/probe.ts';
import { rowWidths } from '../../engine/pictures/units.ts';

/** Which layer's space is wanted, and what else. */
export interface HiddenRequest {
  readonly node: string;
  /** The sample whose image is wanted, by its place among those shown. */
  readonly look: number | undefined;
  /** Names a wish for the layer's numbers themselves; they are sent once for each. */
  readonly numbers: string | undefined;
}

/** Test images in a layer's space, along its two principal components. */
export interface HiddenPicture {
  readonly node: string;
  readonly step: number;
  readonly part: 'train' | 'test';
  readonly rows: number;
  /** [rows, 2] */
  readonly places: Float32Array;
  /** Share of the variance along each component. */
  readonly shares: readonly [number, number];
  /** Class of each sample, what the network takes it for, and how sure it is of that. */
  readonly labels: Float32Array;
  readonly predictions: Uint16Array;
  readonly certainties: Float32Array;
  /** The image that was asked for, as the network sees it. */
  readonly image:
    | { readonly look: number; readonly shape: readonly number[]; readonly pixels: Float32Array }
    | undefined;
  readonly numbers: HiddenNumbers | undefined;
}

/** What a layer gives for all of these samples: [rows, width]. */
export interface HiddenNumbers {
  readonly wish: string;
  readonly values: Float32Array;
  readonly width: number;
}

/** Samples that are shown. */
const MOST_SAMPLES = 500;
/** Fewer tell nothing, however slow the network is. */
const FEWEST_SAMPLES = 60;

type Bare = Omit<HiddenPicture, 'image' | 'numbers'> & { readonly values: Float32Array };

const keep = createPictureKeeper<Bare>();

/** What stays as long as the data do: the samples that are shown, and how they were seen last. */
interface Remembered {
  readonly samples: Samples;
  readonly components: Map<string, Components>;
  told?: string;
}

const remembered = new WeakMap<TrainingData, Remembered>();

/** Where a layer puts the test images; for networks that tell classes of images apart. */
export const hiddenSpaceProbe: Probe<HiddenRequest, HiddenPicture> = {
  id: 'hidden-space',
  compute: async (context, { node, look, numbers }) => {
    const { network, data, moment } = context;
    const { input, target } = network.source.spec;
    const width = rowWidths(network).get(node) ?? 0;
    if (!isTrainable(network) || input.length !== 3 || target.type !== 'classes' || width < 2) {
      return undefined;
    }
    const shown = await rememberedOf(context);
    const found = await keep(data, moment, node, () => place(network, context, shown, node, width));
    if (!found) return undefined;
    const { values, ...picture } = found;
    const isTold = numbers === undefined || shown.told === numbers;
    if (!isTold) shown.told = numbers;
    const at = look !== undefined && look < picture.rows ? look : undefined;
    return {
      ...picture,
      image:
        at === undefined
          ? undefined
          : { look: at, shape: input, pixels: readInputs(shown.samples, at, at + 1).slice() },
      numbers: isTold || numbers === undefined ? undefined : { wish: numbers, values, width },
    };
  },
};

async function rememberedOf({ data, mostRows }: ProbeContext): Promise<Remembered> {
  const known = remembered.get(data);
  if (known) return known;
  const { samples } = data.test ?? data.train;
  const room = Math.max(FEWEST_SAMPLES, await mostRows());
  const count = Math.min(MOST_SAMPLES, room, samples.rows);
  const rows = evenRows(samples.rows, count);
  const made = { samples: takeRows(samples, rows), components: new Map() };
  remembered.set(data, made);
  return made;
}

async function place(
  ir: Ir,
  { data, moment, outputs }: ProbeContext,
  { samples, components }: Remembered,
  node: string,
  width: number,
): Promise<Bare> {
  const { rows, y } = samples;
  const values = new Float32Array(rows * width);
  const predictions = new Uint16Array(rows);
  const certainties = new Float32Array(rows);
  const classes = ir.target.width;
  for (let from = 0; from < rows; from += EVALUATED_AT_ONCE) {
    const to = Math.min(rows, from + EVALUATED_AT_ONCE);
    const given = await outputs(readInputs(samples, from, to), to - from, [node, ir.output]);
    values.set(given[node] ?? [], from * width);
    const raw = given[ir.output];
    for (let row = from; raw && row < to; row++) {
      const answer = raw.slice((row - from) * classes, (row - from + 1) * classes);
      predictRow(ir.loss.spec, answer);
      const cls = classOf(answer);
      predictions[row] = cls;
      const [only = 0] = answer;
      certainties[row] = answer.length > 1 ? (answer[cls] ?? 0) : cls === 1 ? only : 1 - only;
    }
  }
  const found = principalComponents(values, rows, width, components.get(node));
  components.set(node, found);
  return {
    node,
    step: moment.step,
    part: data.test ? 'test' : 'train',
    rows,
    places: projected(values, rows, found),
    shares: found.shares,
    labels: y,
    predictions,
    certainties,
    values,
  };
}
