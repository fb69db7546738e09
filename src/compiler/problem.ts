import type { Diagnostic, DiagnosticData, Fix, Place, Severity } from '../core/diagnostic.ts';
import type { TensorProblem } from '../core/tensor/problem.ts';
import type { ColumnProblem } from '../datasets/define-dataset.ts';
import type { Command } from '../document/commands.ts';

/** Every problem that the compiler names. Words live in `i18n` under `problem.<code>`. */
export type ProblemCode =
  | 'unknown-kind'
  | 'foreign-kind'
  | 'foreign-option'
  | 'foreign-shared'
  | 'parameter-invalid'
  | 'unknown-dataset'
  | 'no-data'
  | 'open-shape'
  | 'no-samples'
  | 'no-images'
  | 'no-table'
  | ColumnProblem['code']
  | 'cycle'
  | 'no-source'
  | 'two-sources'
  | 'no-loss'
  | 'two-losses'
  | 'open-input'
  | 'too-many-inputs'
  | 'after-loss'
  | 'unreachable'
  | 'dead-end'
  | 'nothing-to-train'
  | 'rank-mismatch'
  | 'kernel-too-large'
  | 'reshape-size'
  | 'merge-shapes-differ'
  | 'values-count'
  | 'empty-output'
  | 'too-many-parameters'
  | 'too-much-memory'
  | 'output-size'
  | 'softmax-one-unit'
  | 'sigmoid-with-categorical'
  | 'logits-after-squash'
  | 'probabilities-expected'
  | 'softmax-with-binary'
  | 'regression-with-classification-loss'
  | 'mixed-wire'
  | TensorProblem['code'];

/** Every mend that the compiler offers. Words live in `i18n` under `fix.<code>`. */
export type FixCode =
  | 'disconnect'
  | 'remove'
  | 'insert'
  | 'add'
  | 'set-size'
  | 'set-kernel'
  | 'set-shape'
  | 'replace'
  | 'set-loss'
  | 'read-logits'
  | 'read-probabilities'
  | 'reset-parameter'
  | 'redraw'
  | 'use-dataset'
  | 'choose-columns';

/** A problem of the graph, with mends that are document commands. */
export type Problem = Diagnostic<ProblemCode, Command>;

/** A mend of a problem. */
export type ProblemFix = Fix<Command> & { readonly code: FixCode };

/** A problem as a phase reports it; `compile` decides whether it blocks training. */
export type Finding = Omit<Problem, 'blocking'>;

/** Builds a finding. */
export const finding = (
  code: ProblemCode,
  severity: Severity,
  at: Place,
  data: DiagnosticData = {},
  fixes: readonly ProblemFix[] = [],
): Finding => ({ code, severity, at, data, fixes });

/** Builds a mend. */
export const fix = (
  code: FixCode,
  data: DiagnosticData,
  ...changes: readonly Command[]
): ProblemFix => ({ code, data, changes });
