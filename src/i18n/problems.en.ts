import { tensorProblemsEn } from './tensors.en.ts';

/** What the compiler finds, and the mends it offers, in English. */
export const problemsEn = {
  problem: {
    'unknown-kind': 'This page does not know the layer “{{kind}}”. It is kept untouched.',
    'foreign-kind':
      'This page does not have the layer “{{layer}}”. It is kept as it was read; put another in its place.',
    'foreign-option': 'This {{layer}} has {{option}} = {{value}}, which this page does not have.',
    'foreign-shared':
      'This {{layer}} is used more than once with the same weights, which this page does not have.',
    'open-shape':
      'The sides marked ? in {{shape}} are unknown. Set them in the Layer panel; shapes and parameters follow.',
    'no-data':
      'There are no data of shape {{shape}} here. Choose or drop some in the Data panel to train.',
    'parameter-invalid': '{{name}}: {{param}} is {{value}}; it must be {{range}}.',
    'unknown-dataset': 'There is no data set “{{dataset}}”.',
    'no-images':
      'There are no images yet. Drop them on the page, or choose them in the Data panel.',
    'no-table':
      'There is no table yet. Drop a CSV file on the page, paste it, or type it in the Data panel.',
    'no-samples': 'There are no samples yet. Click on the decision boundary to set points.',
    'no-inputs': 'No column is an input. Choose at least one in the Data panel.',
    'text-input':
      'The column “{{column}}” holds text, which a network cannot read. Leave it out, or make it the label.',
    'no-label': 'No column is the label. Choose one in the Data panel.',
    'label-not-class':
      'The column “{{column}}” cannot be a class: it holds numbers that are not whole, are below zero or are too many.',
    'label-is-text': 'The column “{{column}}” holds text: as a label it is a class, not a number.',
    cycle: 'The wires run in a circle; a network must lead from the source to the loss.',
    'no-source': 'A network starts with a source of samples.',
    'two-sources': 'There are {{count}} sources; a network has one.',
    'no-loss': 'A network ends in a loss; training makes it small.',
    'two-losses': 'There are {{count}} losses; a network has one.',
    'open-input': '{{name}} has {{count}} of {{min}} inputs. Draw a wire to it.',
    'too-many-inputs': '{{name}} has {{count}} inputs; it takes at most {{max}}.',
    'after-loss': 'Nothing comes after the loss.',
    unreachable: 'No signal from the source reaches {{name}}.',
    'dead-end': 'Nothing reads {{name}}; it is left out of training.',
    'nothing-to-train': 'There is nothing to train: add a layer with weights, such as Dense.',
    'rank-mismatch': '{{name}} reads {{expectedShape}}; {{before}} gives {{got}}.',
    'kernel-too-large': 'The {{window}} window of {{name}} is larger than its input, {{got}}.',
    'reshape-size':
      '{{name}} asks for {{wanted}}, but gets {{got}}: {{count}} numbers, no more and no fewer.',
    'merge-shapes-differ': '{{name}} joins equal shapes; it gets {{first}} and {{other}}.',
    'values-count':
      '{{name}} needs {{expected}} starting values for its {{weight}} ({{shape}}); {{given}} are given.',
    'empty-output': '{{name}} would give {{got}}: nothing is left.',
    'too-many-parameters':
      'The network would have {{count}} parameters, most of them in {{name}}; at most {{limit}} fit.',
    'too-much-memory':
      'One sample would leave {{count}} numbers behind, most of them in {{name}}; at most {{limit}} fit.',
    'output-size-classes':
      '{{before}} gives {{got}}; with {{classes}} classes this loss needs {{expected}}.',
    'output-size-numbers': '{{before}} gives {{got}}; the label has {{expected}}.',
    'softmax-one-unit': 'Softmax over one unit is always 1; it cannot learn.',
    'sigmoid-with-categorical':
      'Categorical cross-entropy needs shares that sum to 1; a sigmoid does not give them.',
    'logits-after-squash': 'The loss reads logits, but {{before}} has squashed them already.',
    'probabilities-expected':
      'The loss reads probabilities, but {{before}} gives any number. It trains, but badly.',
    'softmax-with-binary':
      'Softmax gives one probability a class; categorical cross-entropy is the loss for that.',
    'regression-with-classification-loss': 'The labels are numbers; {{lossType}} is for classes.',
    ...tensorProblemsEn,
  },
  shapeOf: {
    row: 'one row of numbers',
    image: 'an image (height × width × channels)',
    other: '{{rank}} axes',
  },
  fix: {
    disconnect: 'Delete the wire',
    remove: 'Delete this one',
    insert: 'Insert {{kind}}',
    add: 'Add {{kind}}',
    'set-size': 'Set {{name}} to {{size}}',
    'set-kernel': 'Make the window {{window}}',
    'set-shape': 'Make it {{shape}}',
    replace: 'Use {{kind}} instead',
    'set-loss': 'Use {{lossType}}',
    'read-logits': 'Let the loss read logits',
    'read-probabilities': 'Let the loss read probabilities',
    'reset-parameter': 'Set {{param}} to {{value}}',
    redraw: 'Draw new weights from N(0, 1)',
    'use-dataset': 'Use “{{dataset}}”',
    'choose-columns': 'Choose columns that can be used',
  },
  lossName: {
    meanSquaredError: 'mean squared error',
    binaryCrossentropy: 'binary cross-entropy',
    categoricalCrossentropy: 'categorical cross-entropy',
  },
};
