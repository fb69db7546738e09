/** Weights on the canvas, in English. */
export const weightsEn = {
  weights: {
    of: 'Weights of {{name}}, {{count}} in all: read, type, pull or freeze one',
    editor: 'A weight of {{name}}',
    kernel: 'from input {{from}} into unit {{to}}',
    bias: 'bias of unit {{to}}',
    place: 'place {{place}} in {{tensor}}',
    value: 'Value of {{label}}',
    pull: 'Pull {{label}}',
    tensor: 'Which tensor',
    back: 'The weight before',
    on: 'The weight after',
    frozen: 'Frozen',
    freeze: 'Freeze {{label}}',
    frozenNote: 'No update changes it.',
    freeNote: 'A number set here begins a new run at step 0.',
    byHand:
      'Set by hand: steps count from 0 again, and the recording begins here. Reset (R) still leads to the initial weights.',
    goBack: 'Back to {{value}} at step {{step}}',
    isBack: '{{label}} is {{value}} again, at step {{step}}',
    nowFrozen: '{{label}} is frozen at {{value}}',
    nowFree: '{{label}} is trained again',
    set: '{{label}} is {{value}}',
  },
};
