import {
  add,
  defineFunction,
  double,
  doubles,
  int,
  lessThan,
  loadVector,
  mul,
  repeatWhile,
  storeVector,
  vector0,
} from '../wasm/assembler.ts';

/**
 * w ← w − η·g, rounded to single precision, with the weights before it kept. `cell` holds η twice and
 * gets the sum of the new weights in two parts. Works on pairs; the place after an odd count is 0.
 */
export const sgdVectors = defineFunction({
  name: 'sgd',
  parameters: ['weights', 'gradients', 'before', 'count', 'cell'],
  body: ({ weights, gradients, before, count, cell }, locals) => {
    const end = locals.int();
    const rate = locals.vector();
    const weight = locals.vector();
    const next = locals.vector();
    const sum = locals.vector();
    const step = doubles.multiply(rate.get, loadVector(gradients.get));
    return [
      ...rate.set(loadVector(cell.get)),
      ...sum.set(vector0),
      ...end.set(add(weights.get, mul(count.get, int(double.bytes)))),
      ...repeatWhile(lessThan(weights.get, end.get), [
        ...weight.set(loadVector(weights.get)),
        ...next.set(doubles.rounded(doubles.subtract(weight.get, step))),
        ...storeVector(before.get, weight.get),
        ...storeVector(weights.get, next.get),
        ...sum.set(doubles.add(sum.get, next.get)),
        ...weights.set(add(weights.get, int(16))),
        ...gradients.set(add(gradients.get, int(16))),
        ...before.set(add(before.get, int(16))),
      ]),
      ...storeVector(cell.get, sum.get),
    ];
  },
});
