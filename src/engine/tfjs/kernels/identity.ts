import { defineKernel } from './define-kernel.ts';

/** The same tensor under another name. Stock wasm copies it; tensors never change, so none need be. */
export const identity = defineKernel<'x', object>('Identity', (_, { inputs, backend }) => {
  const { x } = inputs;
  backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
});
