import { err, ok, type Result } from '../core/result.ts';
import type { LayerKind } from '../layers/define-layer.ts';
import type { ImportFailure } from './failure.ts';
import { isObject, type Json, own, textAt } from './json.ts';
import { isModel } from './layer-calls.ts';
import { type KerasModel, readKeras } from './read-keras.ts';
import type { Imported } from './report.ts';
import { type BesideFile, readStoredWeights } from './stored-weights.ts';
import { withWeights } from './with-weights.ts';

/** Reads a network with the weights that lie beside it, if they do. */
export async function readModel(
  value: unknown,
  beside: readonly BesideFile[],
  layers: ReadonlyMap<string, LayerKind>,
): Promise<Result<Imported, ImportFailure>> {
  const read = readModelValue(value, layers);
  if (!read.ok || !isObject(value)) return read;
  return ok(withWeights(read.value, await readStoredWeights(value, beside), layers));
}

/** Reads a network from what a JSON file of Keras or TensorFlow.js holds; its weights stay behind. */
export function readModelValue(
  value: unknown,
  layers: ReadonlyMap<string, LayerKind>,
): Result<Imported, ImportFailure> {
  if (!isObject(value)) return err({ code: 'not-a-model' });
  const model = findModel(value);
  return 'code' in model ? err(model) : readKeras(model, layers);
}

/** The model in a file: the file itself, or below the keys that converters put around it. */
function findModel(file: Json): KerasModel | ImportFailure {
  const topology = own(file, 'modelTopology');
  const wrapped = isObject(topology) ? topology : file;
  if (textAt(file, 'format') === 'graph-model' || Array.isArray(own(wrapped, 'node'))) {
    return { code: 'graphModel' };
  }
  const inner = own(wrapped, 'model_config');
  const model = isObject(inner) ? inner : wrapped;
  if (!isModel(model)) return { code: 'not-a-model' };
  const [compiled = {}] = [
    own(model, 'compile_config'),
    own(wrapped, 'training_config'),
    own(file, 'trainingConfig'),
  ].filter(isObject);
  return { model, compiled, version: versionOf(model, wrapped) };
}

/** Which Keras wrote a file. Keras 3 names the modules of classes and no longer its version. */
function versionOf(model: Json, wrapped: Json): number {
  // TensorFlow.js names its own version here; it writes as Keras 2 does.
  if (textAt(model, 'keras_version').startsWith('tfjs')) return 2;
  const written = textAt(model, 'keras_version') || textAt(wrapped, 'keras_version');
  const major = /(\d+)\.\d+\.\d+/.exec(written)?.[1];
  if (major !== undefined) return Number(major);
  return own(model, 'module') === undefined ? 2 : 3;
}
