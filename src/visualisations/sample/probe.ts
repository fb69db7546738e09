import { isTrainable } from '../../compiler/ir.ts';
import { predictRow, sampleLoss } from '../../core/loss.ts';
import type { Shape } from '../../core/shape.ts';
import { lookUp, type SampleRef } from '../../engine/data/sample-ref.ts';
import { classOf } from '../../engine/figures/metrics.ts';
import { createPictureKeeper } from '../../engine/pictures/kept-picture.ts';
import { type Occlusion, occlude } from '../../engine/pictures/occlusion.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

/** The sample that is looked at, and whether to find out what of it matters. */
export interface SampleRequest {
  readonly sample: SampleRef;
  readonly occlusion: boolean;
}

/** One image, and what the network makes of it. */
export interface SamplePicture {
  readonly shape: Shape;
  /** As the network sees it: [...input]. */
  readonly pixels: Float32Array;
  readonly label: number | undefined;
  readonly part: 'train' | 'test';
  /** −1 for an own image. */
  readonly index: number;
  /** The own image's number. */
  readonly own: number | undefined;
  readonly rows: number;
  readonly hasTest: boolean;
  /** Share of each class; missing for networks without a loss. */
  readonly shares: readonly number[] | undefined;
  readonly prediction: number | undefined;
  readonly loss: number | undefined;
  readonly occlusion: Occlusion | undefined;
}

const keep = createPictureKeeper<Occlusion>();

/** The image that is looked at, with the network's answer. */
export const sampleProbe: Probe<SampleRequest, SamplePicture> = {
  id: 'sample',
  compute: async (context, { sample, occlusion: wanted }) => {
    const { network, data, forward, moment } = context;
    const { input, target } = network.source.spec;
    if (input.length !== 3) return undefined;
    const found = lookUp(data, sample);
    if (!found) return undefined;
    const { x, label, part, index, rows, y } = found;
    const seen = { shape: input, pixels: x, label, part, index, rows };
    const own = sample.type === 'own' && index < 0 ? sample.number : undefined;
    const rest = { ...seen, own, hasTest: data.test !== undefined };
    if (!isTrainable(network) || target.type !== 'classes') {
      const unknown = { shares: undefined, prediction: undefined, loss: undefined };
      return { ...rest, ...unknown, occlusion: undefined };
    }
    const raw = (await forward(x, 1)).slice();
    const loss = y && sampleLoss(network.loss.spec, raw, y);
    predictRow(network.loss.spec, raw);
    const shares = raw.length === 1 ? [1 - (raw[0] ?? 0), raw[0] ?? 0] : [...raw];
    const occlusion = wanted
      ? await keep(data, moment, keyOf(sample), () => occlude(network, x, context))
      : undefined;
    return { ...rest, shares, prediction: classOf(raw), loss, occlusion };
  },
};

/** Names a sample: an own image by its number. */
const keyOf = (sample: SampleRef): string =>
  sample.type === 'own' ? `own ${sample.number}` : `${sample.part} ${sample.index}`;
