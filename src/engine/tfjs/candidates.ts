import type { LayerKind, Tf } from '../../layers/define-layer.ts';
import type { Absence, Candidate } from '../choice/candidate.ts';
import { createTfjsExecutor } from './executor.ts';

/** A tfjs backend and what is known of it beforehand. */
interface Backend {
  readonly name: 'webgpu' | 'webgl' | 'wasm' | 'cpu';
  /**
   * Time that tfjs needs to hand out one update of the smallest network, in ms: some fifty
   * operations, on a graphics card each a command of its own.
   */
  readonly least: number;
  /** Machines and drivers differ: what comes out is looked at first. The last one is the reference. */
  readonly checked: boolean;
}

const backends: readonly Backend[] = [
  { name: 'webgpu', least: 3, checked: true },
  { name: 'webgl', least: 3, checked: true },
  { name: 'wasm', least: 0, checked: true },
  { name: 'cpu', least: 0, checked: false },
];

/** TensorFlow.js on each of its backends. `absence` loads one, or tells why it is not there. */
export const createTfjsCandidates = (
  tf: Tf,
  catalogue: ReadonlyMap<string, LayerKind>,
  absence: (backend: Backend['name']) => Promise<Absence | undefined>,
): Candidate[] =>
  backends.map(({ name, least, checked }) => {
    let absent: Promise<Absence | undefined> | undefined;
    return {
      name,
      least,
      checked,
      obstacle: () => undefined,
      absence: () => {
        absent ??= absence(name);
        return absent;
      },
      create: async (ir) => {
        if (!(await tf.core.setBackend(name))) throw new Error(`tfjs cannot start ${name}`);
        return createTfjsExecutor(tf, ir, catalogue);
      },
    };
  });
