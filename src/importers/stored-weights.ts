import { type Shape, sizeOf } from '../core/shape.ts';
import { isObject, type Json, objectsAt, own, textAt } from './json.ts';

/** Most numbers that are taken into a document as starting weights. */
export const MAX_STORED = 250_000;

/** A weight tensor of a file. */
export interface StoredTensor {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** A file that lies beside a model. */
export interface BesideFile {
  readonly path: string;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Weights of a model by the names of their layers, in each layer's order, or why they are not taken. */
export type StoredWeights =
  | { readonly found: 'none' }
  | { readonly found: 'too-many'; readonly count: number }
  | { readonly found: 'absent'; readonly files: readonly string[] }
  | { readonly found: 'damaged' }
  | { readonly found: 'all'; readonly layers: ReadonlyMap<string, readonly StoredTensor[]> };

/** Reads what TensorFlow.js keeps beside a `model.json`, as its `weightsManifest` says. */
export async function readStoredWeights(
  model: Json,
  beside: readonly BesideFile[],
): Promise<StoredWeights> {
  const groups = objectsAt(model, 'weightsManifest');
  const entries = groups.flatMap((group) => objectsAt(group, 'weights'));
  if (entries.length === 0) return { found: 'none' };
  const count = entries.reduce((total, entry) => total + sizeOf(shapeOf(entry) ?? [0]), 0);
  if (!(count <= MAX_STORED)) return { found: 'too-many', count };
  const files = new Map(beside.map((file) => [baseName(file.path), file]));
  const wanted = groups.flatMap(pathsOf).map(baseName);
  const absent = wanted.filter((name) => !files.has(name));
  if (absent.length > 0) return { found: 'absent', files: absent };
  const layers = new Map<string, StoredTensor[]>();
  for (const group of groups) {
    const parts: Uint8Array[] = [];
    for (const path of pathsOf(group)) {
      const bytes = await files.get(baseName(path))?.bytes();
      if (bytes) parts.push(bytes);
    }
    const cursor = createCursor(join(parts));
    for (const entry of objectsAt(group, 'weights')) {
      const shape = shapeOf(entry);
      const values = shape && readTensor(entry, sizeOf(shape), cursor);
      if (!values) return { found: 'damaged' };
      const name = textAt(entry, 'name');
      const layer = name.slice(0, Math.max(0, name.lastIndexOf('/')));
      const tensors = layers.get(layer);
      if (tensors) tensors.push({ shape, values });
      else layers.set(layer, [{ shape, values }]);
    }
  }
  return { found: 'all', layers };
}

const baseName = (path: string): string => path.replace(/^.*[\\/]/, '');

const pathsOf = (group: Json): string[] => {
  const paths = own(group, 'paths');
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
};

function shapeOf(entry: Json): Shape | undefined {
  const shape = own(entry, 'shape');
  const fits = (side: unknown): boolean => Number.isInteger(side) && (side as number) >= 0;
  return Array.isArray(shape) && shape.every(fits) ? (shape as number[]) : undefined;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Takes bytes one stretch after another; nothing once they are used up. */
function createCursor(bytes: Uint8Array<ArrayBuffer>) {
  let at = 0;
  return (length: number): DataView | undefined => {
    if (at + length > bytes.length) return undefined;
    at += length;
    return new DataView(bytes.buffer, at - length, length);
  };
}

type Cursor = ReturnType<typeof createCursor>;

/** Numbers as they are stored, or as the whole numbers that stand for them. */
function readTensor(entry: Json, count: number, cursor: Cursor): Float32Array | undefined {
  const quantization = own(entry, 'quantization');
  const packed = isObject(quantization) ? quantization : undefined;
  const dtype = textAt(packed ?? entry, 'dtype');
  const reader = readers.get(dtype);
  const view = reader && cursor(count * reader.bytes);
  if (!view) return undefined;
  const figure = (name: string, usual: number): number => {
    const value = packed && own(packed, name);
    return typeof value === 'number' ? value : usual;
  };
  const [scale, min] = [figure('scale', 1), figure('min', 0)];
  return Float32Array.from(
    { length: count },
    (_, i) => reader.read(view, i * reader.bytes) * scale + min,
  );
}

interface Reader {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
}

/** How each type is read; the file is little-endian. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['float32', { bytes: 4, read: (view, at) => view.getFloat32(at, true) }],
  ['int32', { bytes: 4, read: (view, at) => view.getInt32(at, true) }],
  ['uint16', { bytes: 2, read: (view, at) => view.getUint16(at, true) }],
  ['uint8', { bytes: 1, read: (view, at) => view.getUint8(at) }],
  ['float16', { bytes: 2, read: (view, at) => half(view.getUint16(at, true)) }],
]);

/** A number of half precision. IEEE 754-2008, binary16. */
function half(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
