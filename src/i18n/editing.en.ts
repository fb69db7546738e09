import { blockStepsEn } from './blocks.en.ts';
/** What actions and the history are called, in English. */
export const editingEn = {
  actionGroup: {
    edit: 'Edit',
    canvas: 'Canvas',
    train: 'Training',
    view: 'Page',
    file: 'Networks',
    course: 'Lecture',
  },
  action: {
    panel: 'Panel: {{name}}',
    theme: 'Light or dark',
    selectAll: 'Select all',
    removePlain: 'Remove and leave the wires open',
  },
  history: {
    undoStep: 'Undo: {{what}}',
    redoStep: 'Redo: {{what}}',
    add: 'add {{name}}',
    insert: 'insert {{name}}',
    remove: 'remove {{name}}',
    removeMany: 'remove {{count}} layers',
    connect: 'wire to {{name}}',
    disconnect: 'cut a wire',
    rewire: 'plug a wire into {{name}}',
    setParams: 'change {{name}}',
    rename: 'rename {{name}}',
    move: 'move {{name}}',
    moveMany: 'move {{count}} layers',
    ...blockStepsEn,
    replace: 'swap for {{name}}',
    setTraining: 'training settings',
    retitle: 'title',
    open: 'open a network',
    several: 'several changes',
  },
};
