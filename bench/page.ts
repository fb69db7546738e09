import type { OptimizerSettings } from '../src/document/training-schema.ts';
import { type CaseName, cases } from './cases.ts';
import { compileTimes, editTimes } from './compiling.ts';
import { ourGrid, ourMemory, ourScaling, ourStep } from './ours.ts';
import { recordingCost } from './recording.ts';
import { convolutionFloor, stockGrid, stockSteps } from './stock.ts';
import { tf } from './tf.ts';

tf.core.enableProdMode();
// Our page uses the build without threads; with them tfjs 4.22 is no faster, as it runs on one.
tf.core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);

const benchmarks = {
  stockSteps: (name: CaseName) => stockSteps(cases[name]),
  stockGrid: (name: CaseName, rows: number) => stockGrid(cases[name], rows),
  convolutionFloor,
  ourStep: (name: CaseName) => ourStep(cases[name]),
  ourGrid: (name: CaseName, rows: number) => ourGrid(cases[name], rows),
  ourMemory: (name: CaseName, steps: number) => ourMemory(cases[name], steps),
  recordingCost: (name: CaseName, steps: number, rule?: OptimizerSettings['type']) =>
    recordingCost(cases[name], steps, rule),
  ourScaling,
  compileTimes,
  editTimes,
};

/** What the page measures, by name. */
export type Benchmarks = typeof benchmarks;

Object.assign(window, { benchmarks });
