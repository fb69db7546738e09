import type { Ir } from '../compiler/ir.ts';
import type { TrainingData } from './data.ts';
import type { Eventual } from './executor.ts';

/** What a picture may look at. */
export interface ProbeContext {
  readonly ir: Ir;
  readonly data: TrainingData;
  /** Raw outputs [rows, width] for inputs [rows, ...input]. */
  readonly forward: (x: Float32Array, rows: number) => Eventual<Float32Array>;
  /** Rows that one picture can run without holding up the figures beside it. */
  readonly mostRows: () => Promise<number>;
}

/** The worker's half of a picture: computed only while the page asks for it. */
export interface Probe<Request = unknown, Picture = unknown> {
  readonly id: string;
  /** The picture, or nothing where this network has none. */
  readonly compute: (context: ProbeContext, request: Request) => Promise<Picture | undefined>;
}

/** Requests by picture id: what the page has on screen. */
export type Watch = Readonly<Record<string, unknown>>;
