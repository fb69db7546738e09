/** Files of other programs that are known by sight and cannot be read here. */
export type ForeignFormat =
  | 'hdf5'
  | 'kerasArchive'
  | 'savedModel'
  | 'onnx'
  | 'torch'
  | 'pickle'
  | 'tflite'
  | 'safetensors'
  | 'weightsAlone';

/** Bytes at the beginning of a file that are looked at. */
export const HEAD = 8;

const endings: readonly (readonly [RegExp, ForeignFormat])[] = [
  [/\.(h5|hdf5)$/i, 'hdf5'],
  [/\.keras$/i, 'kerasArchive'],
  [/\.pb$/i, 'savedModel'],
  [/\.onnx$/i, 'onnx'],
  [/\.(pt|pth|ckpt)$/i, 'torch'],
  [/\.(pkl|pickle)$/i, 'pickle'],
  [/\.tflite$/i, 'tflite'],
  [/\.safetensors$/i, 'safetensors'],
  [/\.bin$/i, 'weightsAlone'],
];

/** Which program's file this is, by how it begins or else by how its name ends. */
export function foreignFormat(path: string, head: Uint8Array): ForeignFormat | undefined {
  const begins = String.fromCharCode(...head.subarray(0, HEAD));
  if (begins.startsWith('\x89HDF')) return 'hdf5';
  if (begins.slice(4) === 'TFL3') return 'tflite';
  return endings.find(([ending]) => ending.test(path))?.[1];
}

/** Files that may hold a network of another program. */
export const modelFiles =
  /\.(json|h5|hdf5|keras|pb|onnx|pt|pth|ckpt|pkl|pickle|tflite|safetensors|bin)$/i;
