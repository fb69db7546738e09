/** What is said of networks from other programs, in English. */
export const importingEn = {
  importing: {
    shapeOnly: 'a shape without data',
    read: '“{{name}}” is read: {{layers}} layers, {{parameters}} parameters.',
    readUnknown:
      '“{{name}}” is read: {{layers}} layers; parameters are counted up to {{parameters}}.',
    missing: 'Not known here, and kept as placeholders: {{list}}.',
    missingKind: '{{name}} ({{layer}})',
    missingOption: '{{name}} ({{layer}} with {{option}} = {{value}})',
    missingShared: '{{name}} ({{layer}} used more than once)',
    more: 'and {{count}} more',
    noted: {
      starts: '{{count}} tensors start by a rule of this page, as theirs is not known here.',
      frozen: '{{count}} layers are frozen in the file; here they are trained.',
      loss: 'The loss “{{name}}” is not known here: add one.',
      optimizer: 'The optimizer “{{name}}” is not known here; the usual one is set.',
      outputs: 'It has {{count}} outputs; a network here has one loss.',
    },
    'not-a-model': 'This file holds no network that is known here.',
    'no-layers': 'This file holds a model without layers.',
    'too-many-layers': 'This model has {{count}} layers or more; at most {{limit}} are read.',
    circle: 'The layers of this file feed each other in a circle: {{layers}}.',
    graphModel:
      'This is a TensorFlow.js graph model: its layers are gone, only operations are left. Convert the Keras model instead: tensorflowjs_converter --input_format=keras model.h5 out',
  },
};
