import { describeKernels } from '../support/kernel-cases.ts';
import { tf } from './tf.ts';

// A browser multiplies and adds in one instruction; Node 20 does not yet.
describeKernels(tf);
