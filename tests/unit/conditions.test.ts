import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf, printFact, type Value } from '../../src/lessons/condition.ts';
import { holds, missing, stepAhead } from '../../src/lessons/evaluate.ts';
import { parseCondition } from '../../src/lessons/parse-condition.ts';

function read(text: string) {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.value;
}

const fault = (text: string): string => {
  const parsed = parseCondition(text);
  return parsed.ok ? 'none' : `${parsed.error.column}: ${parsed.error.message}`;
};

const facts =
  (known: Record<string, Value>) =>
  (fact: Parameters<typeof printFact>[0]): Value | undefined =>
    known[printFact(fact)];

const world = facts({
  step: 300,
  loss: 0.69,
  status: 'paused',
  learningRate: Math.fround(0.1),
  'kinds.dense': 2,
  'weight.dense1.kernel[0]': 1.004,
  trainable: true,
  shuffle: false,
});

describe('a condition', () => {
  it.each([
    ['step >= 300', true],
    ['step > 300', false],
    ['step ≤ 300', true],
    ['loss < 0.7 and step >= 100', true],
    ['loss < 0.1 or step >= 100', true],
    ['not loss < 0.1', true],
    ['status = paused', true],
    ['status != paused', false],
    ['learningRate = 0.1', true],
    ['kinds.dense >= 2', true],
    ['weight.dense1.kernel[0] ~ 1.0 ± 0.01', true],
    ['weight.dense1.kernel[0] ~ 1.0 +- 0.001', false],
    ['trainable', true],
    ['shuffle = no', true],
    // `and` binds tighter than `or`, brackets bind tightest.
    ['step > 999 and step > 0 or trainable', true],
    ['step > 999 and (step > 0 or trainable)', false],
  ])('%s is %s', (text, truth) => {
    expect(holds(read(text), world)).toBe(truth);
  });

  it('holds for nothing while what it asks is unknown, and neither does its opposite', () => {
    expect(holds(read('accuracy = 1'), world)).toBe(false);
    expect(holds(read('not accuracy = 1'), world)).toBe(false);
    expect(holds(read('accuracy = 1 or trainable'), world)).toBe(true);
  });

  it('tells what is missing, and only that', () => {
    const claims = missing(read('step >= 2001 and trainable and loss < 0.1'), world);
    expect(claims.map(({ fact }) => printFact(fact))).toEqual(['step', 'loss']);
    expect(missing(read('step >= 300'), world)).toEqual([]);
  });

  it('rests a run at the step that it waits for, not at one that is past or only a way out', () => {
    expect(stepAhead(read('step >= 2001'), 300)).toBe(2001);
    expect(stepAhead(read('loss < 1 and step > 500'), 0)).toBe(501);
    expect(stepAhead(read('step >= 200'), 300)).toBeUndefined();
    expect(stepAhead(read('step >= 2001 or loss < 0.1'), 300)).toBeUndefined();
  });

  it.each([
    ['', '1: a fact wanted, not the end'],
    ['step >=', '8: a value wanted, not the end'],
    ['step >= 3 loss < 1', '11: “and”, “or” or the end wanted, not “loss”'],
    ['step >= many', '6: “>=” compares numbers; “many” is none'],
    ['loss ~ 1', '9: “±” and how far off it may be wanted, not the end'],
    ['(step > 3', '10: “)” wanted, not the end'],
    ['weight.dense1.kernel[-1] = 0', '22: a whole number from 0 up wanted, not “-1”'],
    ['step ? 3', '6: “?” means nothing here'],
    ['kinds. >= 1', '8: a name after “.” wanted, not “>=”'],
  ])('“%s” is refused: %s', (text, message) => {
    expect(fault(text)).toBe(message);
  });

  it('never throws, whatever is written, and keeps the facts it names', () => {
    const piece = fc.constantFrom('step', '>=', '3', 'and', 'or', 'not', '(', ')', '.', '[0]', '±');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join(' ')),
        ),
        (text) => {
          const parsed = parseCondition(text);
          if (parsed.ok) {
            expect(claimsOf(parsed.value).length).toBeGreaterThan(0);
            holds(parsed.value, world);
          } else expect(parsed.error.column).toBeGreaterThan(0);
        },
      ),
    );
  });
});
