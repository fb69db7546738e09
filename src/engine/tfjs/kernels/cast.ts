import type { CastAttrs, DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel } from './define-kernel.ts';

/** The same numbers as another type; as the same type, the same tensor, which stock wasm copies. */
export const cast = defineKernel<'x', CastAttrs>('Cast', (_, { inputs, attrs, backend }) => {
  const { x } = inputs;
  const dtype: DataType = attrs.dtype;
  if (dtype === x.dtype) {
    backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype };
  }
  const out: TensorInfo = backend.makeOutput(x.shape, dtype);
  const from = backend.typedArrayFromHeap(x);
  const to = backend.typedArrayFromHeap(out);
  to.set(dtype === 'bool' ? from.map((value) => (value === 0 ? 0 : 1)) : from);
  return out;
});
