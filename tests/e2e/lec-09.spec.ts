import { workThrough } from './lesson-page.ts';

workThrough([
  'lec-09-1',
  'lec-09-2',
  'lab-09-1',
  'lab-09-2',
  'lab-09-3',
  'lab-09-4',
  'lab-09-5',
  'lab-09-6',
  'lab-09-7',
  'lab-09-x',
]);
