import type { Action } from './action.ts';
import { adviceActions } from './advice.ts';
import { arrangeActions } from './arrange.ts';
import { blockActions } from './blocks.ts';
import { buildActions } from './build.ts';
import { canvasActions } from './canvas.ts';
import { commentActions } from './comments.ts';
import { courseActions } from './course.ts';
import { fileActions } from './files.ts';
import { hintActions } from './hints.ts';
import { historyActions } from './history.ts';
import { moveActions } from './move.ts';
import { nodePictureActions } from './node-pictures.ts';
import { partActions } from './parts.ts';
import { projectActions } from './projects.ts';
import { timeActions } from './time.ts';
import { trainingActions } from './training.ts';
import { updateWalkActions } from './update-walk.ts';
import { viewActions } from './view.ts';
import { walkActions } from './walk.ts';
import { wiringActions } from './wiring.ts';

/** Everything a person can do to the page; keys, menus, the command palette and `?` read this list. */
export const actions: readonly Action[] = [
  ...historyActions,
  ...buildActions,
  ...moveActions,
  ...canvasActions,
  ...walkActions,
  ...nodePictureActions,
  ...wiringActions,
  ...partActions,
  ...arrangeActions,
  ...blockActions,
  ...commentActions,
  ...trainingActions,
  ...adviceActions,
  ...updateWalkActions,
  ...timeActions,
  ...viewActions,
  ...hintActions,
  ...projectActions,
  ...fileActions,
  ...courseActions,
];
