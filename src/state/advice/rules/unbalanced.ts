import { count, type Rule, share } from '../advice.ts';

/** A class with at least this share of the rows can be answered always. */
const MAJORITY = 0.8;
/** How far an accuracy may be from that share and still say nothing more than it. */
const NEAR = 0.01;
const FIRST_STEP = 20;

/** Nearly all rows are of one class, and the accuracy is what answering it always gives. */
export const unbalanced: Rule = {
  id: 'unbalanced',
  wants: ({ frame }) =>
    frame.step >= FIRST_STEP && (frame.train?.accuracy ?? 0) >= MAJORITY - NEAR
      ? 'data'
      : undefined,
  judge: ({ frame, known, document }) => {
    const { classes, rows = 0 } = known.data ?? {};
    const accuracy = frame.train?.accuracy;
    if (!classes || accuracy === undefined || frame.step < FIRST_STEP) return undefined;
    const most = Math.max(...classes);
    const majority = most / rows;
    if (majority < MAJORITY || Math.abs(accuracy - majority) > NEAR) return undefined;
    return {
      figures: {
        most: count(most),
        rows: count(rows),
        share: share(majority),
        accuracy: share(accuracy),
      },
      change: document.training.balance
        ? undefined
        : {
            code: 'balance',
            figures: {},
            commands: [{ type: 'setTraining', training: { balance: true } }],
            startsOver: true,
          },
    };
  },
};
