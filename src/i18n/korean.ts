/** The Korean texts, and the particles that they leave open. */
export { josa } from './josa.ts';
export { ko } from './ko.ts';
