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

/** What the engine asks of its surroundings about a backend. */
interface Surroundings {
  /** Whether the machine has it. Asked once. */
  readonly absence: (backend: Backend['name']) => Promise<Absence | undefined>;
  /** Makes it known to TensorFlow.js. Called before every use; may fail and be called again. */
  readonly load: (backend: Backend['name']) => Promise<unknown>;
}

/** A machine, or a process, that has no graphics card to compute on. */
export const withoutGraphics: Surroundings = {
  absence: async (backend) => (backend === 'webgpu' || backend === 'webgl' ? 'missing' : undefined),
  load: () => Promise.resolve(),
};

/** TensorFlow.js on each of its backends. */
export const createTfjsCandidates = (
  tf: Tf,
  catalogue: ReadonlyMap<string, LayerKind>,
  { absence, load }: Surroundings,
): Candidate[] =>
  backends.map(({ name, least, checked }) => {
    let absent: Promise<Absence | undefined> | undefined;
    const activate = async (): Promise<void> => {
      await load(name);
      if (!(await tf.core.setBackend(name))) throw new Error(`tfjs cannot start ${name}`);
    };
    return {
      name,
      least,
      checked,
      obstacle: () => undefined,
      absence: () => {
        // A machine that does not even answer has none.
        absent ??= absence(name).catch(() => 'missing' as const);
        return absent;
      },
      activate,
      create: async (ir) => {
        await activate();
        return createTfjsExecutor(tf, ir, catalogue);
      },
    };
  });
