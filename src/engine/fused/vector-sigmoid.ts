import {
  add,
  type Code,
  defineFunction,
  double,
  doubles,
  int,
  lessThan,
  loadVector,
  mul,
  repeatWhile,
  storeVector,
} from '../wasm/assembler.ts';

/** Beyond this e^x leaves the range of doubles; σ is 0 or 1 there to all its digits. */
const LIMIT = 700;
/** ln 2 in two parts: the first has few enough digits that its multiples are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Terms of e^r for |r| ≤ ln 2 / 2: the next one is below 1e-14. */
const TERMS = 11;

/**
 * σ(x) = 1 / (1 + e⁻ˣ), with e^t = 2^k · e^r for k the whole number nearest to t / ln 2 and r = t − k·ln 2,
 * and e^r from its series (Horner). Works on pairs: the last of an odd count takes its neighbour along.
 */
export const sigmoidVectors = (fused: boolean) =>
  defineFunction({
    name: 'sigmoid',
    parameters: ['from', 'to', 'count'],
    body: ({ from, to, count }, locals) => {
      const end = locals.int();
      const t = locals.vector();
      const k = locals.vector();
      const r = locals.vector();
      const sum = locals.vector();
      const madd = (a: Code, b: Code, c: Code): Code => double.multiplyAdd(fused, a, b, c);
      const { splat } = doubles;
      const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
      const series = Array.from({ length: TERMS }, (_, i) => 1 / factorial(TERMS - 1 - i));
      return [
        ...end.set(add(from.get, mul(count.get, int(8)))),
        ...repeatWhile(lessThan(from.get, end.get), [
          ...t.set(
            doubles.larger(
              doubles.smaller(doubles.negate(loadVector(from.get)), splat(LIMIT)),
              splat(-LIMIT),
            ),
          ),
          ...k.set(doubles.nearest(doubles.multiply(t.get, splat(Math.LOG2E)))),
          ...r.set(madd(k.get, splat(-LN2_HIGH), t.get)),
          ...r.set(madd(k.get, splat(-LN2_LOW), r.get)),
          ...sum.set(splat(1 / factorial(TERMS))),
          ...series.flatMap((term) => sum.set(madd(sum.get, r.get, splat(term)))),
          ...storeVector(
            to.get,
            doubles.divide(splat(1), madd(sum.get, doubles.powerOfTwo(k.get), splat(1))),
          ),
          ...from.set(add(from.get, int(16))),
          ...to.set(add(to.get, int(16))),
        ]),
      ];
    },
  });

/** ∂L/∂x = g·y·(1 − y), from what σ gave. */
export const sigmoidSlopeVectors = defineFunction({
  name: 'sigmoidSlope',
  parameters: ['outputs', 'slopes', 'to', 'count'],
  body: ({ outputs, slopes, to, count }, locals) => {
    const end = locals.int();
    const y = locals.vector();
    const { multiply, subtract, splat } = doubles;
    return [
      ...end.set(add(outputs.get, mul(count.get, int(8)))),
      ...repeatWhile(lessThan(outputs.get, end.get), [
        ...y.set(loadVector(outputs.get)),
        ...storeVector(
          to.get,
          multiply(multiply(loadVector(slopes.get), y.get), subtract(splat(1), y.get)),
        ),
        ...[outputs, slopes, to].flatMap((at) => at.set(add(at.get, int(16)))),
      ]),
    ];
  },
});
