import { describeKernels } from '../support/kernel-cases.ts';
import { tf } from '../support/tf.ts';

describeKernels(tf);
