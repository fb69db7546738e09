import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, type Workspace } from '../operation.ts';

/** Inputs side by side along the last axis; each takes its own stretch of the output's gradient. */
export function concat(_: OperationOf<'concat'>, space: Workspace): Kernel {
  const { values: y, width } = space.output;
  const { channels, inputs } = space;
  const g = incoming(space);
  // The axes before the last are the same for all, so this many rows of channels make one sample.
  const front = (inputs[0]?.width ?? 0) / channels;
  const total = width / front;
  return {
    forward(rows) {
      let offset = 0;
      for (let k = 0; k < inputs.length; k++) {
        const { values: x, width: own } = inputs[k] as (typeof inputs)[number];
        const run = own / front;
        for (let r = 0; r < rows * front; r++) {
          for (let i = 0; i < run; i++) y[r * total + offset + i] = x[r * run + i] as number;
        }
        offset += run;
      }
    },
    backward(rows) {
      let offset = 0;
      for (let k = 0; k < inputs.length; k++) {
        const { gradient: dx, width: own } = inputs[k] as (typeof inputs)[number];
        const run = own / front;
        for (let r = 0; dx && r < rows * front; r++) {
          for (let i = 0; i < run; i++) dx[r * run + i] = g[r * total + offset + i] as number;
        }
        offset += run;
      }
    },
  };
}
