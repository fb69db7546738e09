import { defineDataset, packRows } from './define-dataset.ts';

/** Points set by hand on the decision boundary; kept in the document. */
export const ownPoints = defineDataset({
  id: 'own',
  modality: 'points',
  title: { en: 'Own points', ko: '직접 찍은 점' },
  blurb: {
    en: 'Click on the decision boundary to set points of your own.',
    ko: '결정 경계 그림을 눌러 점을 직접 찍어요.',
  },
  options: ['points', 'task'],
  holds: 'points',
  spec: ({ points, task }) => ({
    input: [2],
    target:
      task === 'numbers'
        ? { type: 'numbers', size: 1 }
        : { type: 'classes', count: points.reduce((most, p) => Math.max(most, p[2] + 1), 2) },
  }),
  rows: ({ points }) => points.length,
  samples: (options) =>
    packRows(
      ownPoints.spec(options),
      options.points.map(([a, b, label]) => [[a, b], label]),
    ),
});
