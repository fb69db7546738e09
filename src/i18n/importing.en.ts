/** What is said of networks from other programs, in English. */
export const importingEn = {
  importing: {
    pasted: 'a pasted text',
    shapeOnly: 'a shape without data',
    read: '“{{name}}” is read: {{layers}} layers, {{parameters}} parameters.',
    readOpen:
      '“{{name}}” is read: {{layers}} layers. Its input leaves sides open ({{shape}}): set them at “{{input}}”, and shapes and parameters follow.',
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
      options: 'Not taken over as the file has it: {{list}}.',
      outputs: 'It has {{count}} outputs; a network here has one loss.',
      weights: 'It starts from the {{count}} weights of the file.',
      'weights-too-many':
        'Its {{count}} weights are left out: a network here keeps at most {{limit}} starting weights.',
      'weights-files':
        'Its weights are missing: drop model.json together with {{files}} to take them along.',
      'weights-damaged': 'Its weights are left out: their files are damaged or of another model.',
      'weights-layers': 'Weights that do not fit are left out: {{names}}.',
      'weights-archived':
        'The weights of a .keras file are not read. To take them along, save the model as .h5 and run tensorflowjs_converter --input_format=keras model.h5 out',
    },
    format: {
      hdf5: '“{{file}}” is an HDF5 file of Keras, which is not read here. In Python, with the file named model.h5, this makes a file that is: import keras; open("m.json", "w").write(keras.models.load_model("model.h5").to_json()). With its weights: tensorflowjs_converter --input_format=keras model.h5 out',
      kerasArchive:
        '“{{file}}” is a .keras file in which no layers were found. In Python, with the file named model.keras, this makes a file that is read here: import keras; open("m.json", "w").write(keras.models.load_model("model.keras").to_json())',
      savedModel:
        '“{{file}}” is a graph of TensorFlow: its layers are gone, only operations are left. Take the Keras model that it was made from: open("m.json", "w").write(model.to_json())',
      onnx: '“{{file}}” is an ONNX file: operations without layers. Take the Keras model that it was made from: open("m.json", "w").write(model.to_json())',
      torch:
        '“{{file}}” is a file of PyTorch: weights, and the layers only as program code. Build the same layers in Keras and write them with open("m.json", "w").write(model.to_json())',
      pickle:
        '“{{file}}” is a Python pickle, which may run any code when it is opened, so it is not read. In Python: open("m.json", "w").write(model.to_json())',
      tflite:
        '“{{file}}” is a TensorFlow Lite file: its layers are gone. Take the Keras model that it was made from: open("m.json", "w").write(model.to_json())',
      safetensors:
        '“{{file}}” holds weights without layers. The layers of a Keras model are written by open("m.json", "w").write(model.to_json())',
      weightsAlone:
        '“{{file}}” holds weights without layers. Drop it together with its model.json.',
    },
    'not-a-model': 'This file holds no network that is known here.',
    'no-layers': 'This file holds a model without layers.',
    'too-many-layers': 'This model has {{count}} layers or more; at most {{limit}} are read.',
    'too-many-wires': 'This model has {{count}} connections or more; at most {{limit}} are read.',
    circle: 'The layers of this file feed each other in a circle: {{layers}}.',
    graphModel:
      'This is a TensorFlow.js graph model: its layers are gone, only operations are left. Convert the Keras model instead: tensorflowjs_converter --input_format=keras model.h5 out',
  },
};
