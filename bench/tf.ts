/** TensorFlow.js with all its backends, as the tests in a browser have it. */
export { tf } from '../tests/browser/tf.ts';
