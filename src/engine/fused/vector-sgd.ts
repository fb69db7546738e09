import {
  add,
  double,
  doubles,
  type FunctionSource,
  int,
  type Local,
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
export const sgdVectors: FunctionSource = {
  name: 'sgd',
  parameters: 5,
  body: (parameters, locals) => {
    const [weights, gradients, before, count, cell] = parameters as readonly [
      Local,
      Local,
      Local,
      Local,
      Local,
    ];
    const end = locals.int();
    const [rate, weight, next, sum] = Array.from({ length: 4 }, locals.vector) as [
      Local,
      Local,
      Local,
      Local,
    ];
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
};
