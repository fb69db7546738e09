import type { Ir } from '../../compiler/ir.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import type { Command } from '../../document/commands.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { Known, Want } from '../../engine/advice/question.ts';
import type { Frame } from '../../engine/frame.ts';

/** A run as it stands: all that rules judge by. */
export interface RunFacts {
  readonly ir: Ir;
  readonly document: GraphDocument;
  readonly catalogue: Catalogue;
  readonly frame: Frame;
  readonly known: Known;
}

/** A number or a name in a sentence, and how it is written. */
export interface Figure {
  readonly as: 'count' | 'figure' | 'share' | 'rate' | 'node' | 'text';
  readonly value: number | string;
}

/** Figures by the name that the sentence calls them. */
export type Figures = Readonly<Record<string, Figure>>;

/** Every rule, by what it finds. */
export const ruleIds = [
  'unscaled',
  'unbalanced',
  'diverging',
  'oscillating',
  'stuck',
  'saturated',
  'dead',
  'overfitting',
] as const;

/** The name of a rule. Its words live in `i18n` under `advice.titles` and `advice.texts`. */
export type RuleId = (typeof ruleIds)[number];

/** What may be changed. Words live in `i18n` under `advice.changes.<code>`. */
export type ChangeCode =
  | 'setRate'
  | 'addHidden'
  | 'useAdam'
  | 'scale'
  | 'startSmaller'
  | 'letThrough'
  | 'stopThere'
  | 'balance';

/** A change that is offered: one step of the history, and a fresh start where the old weights would spoil it. */
export interface Change {
  readonly code: ChangeCode;
  readonly figures: Figures;
  readonly commands: readonly Command[];
  readonly startsOver: boolean;
}

/** What a rule has to say of a run, with its evidence. */
export interface Finding {
  readonly id: RuleId;
  /** The update at which its signs were there, where a curve tells; else it is that of the look. */
  readonly step?: number;
  /** What it is told by, where a rule has other evidence than its own: words under `advice.texts`. */
  readonly words?: 'grown';
  readonly figures: Figures;
  readonly change: Change | undefined;
}

/** Something that goes wrong in training, how it is told, and what to try. */
export interface Rule {
  readonly id: RuleId;
  /** What it must know to judge, if its cheap signs are there. */
  readonly wants: (facts: RunFacts) => Want | undefined;
  /** What it finds, if anything. */
  readonly judge: (facts: RunFacts) => Omit<Finding, 'id'> | undefined;
}

/** Numbers for sentences. */
export const count = (value: number): Figure => ({ as: 'count', value });
export const figure = (value: number): Figure => ({ as: 'figure', value });
export const share = (value: number): Figure => ({ as: 'share', value });
export const rate = (value: number): Figure => ({ as: 'rate', value });
export const node = (value: string): Figure => ({ as: 'node', value });
export const text = (value: string): Figure => ({ as: 'text', value });
