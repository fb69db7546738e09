import type { Family } from '../../layers/define-layer.ts';
import type { Action } from '../actions/action.ts';

/** Headings under which commands are listed, in their order. */
export const commandGroups = [
  'fits',
  'trying',
  'unfit',
  'wires',
  'nodes',
  'actions',
  'layers',
  'lessons',
] as const;

/** One line of the list of commands. */
export interface Command {
  readonly id: string;
  readonly group: (typeof commandGroups)[number];
  readonly title: string;
  /** What tells it from its like: a shape, a lecture. */
  readonly detail?: string;
  /** Group of the layer kind whose mark stands before it. */
  readonly family?: Family;
  /** What it is called, in both languages. */
  readonly names: readonly string[];
  /** What else it answers to, which counts for less. */
  readonly aliases?: readonly string[];
  readonly keys?: readonly string[];
  /** What is wrong with it, or would be. */
  readonly remark?: string;
  /** Whether it cannot be done; it stays in the list, so that the reason can be read. */
  readonly refused?: true;
  /** The action of the registry that it stands for. */
  readonly action?: Action;
  readonly run: () => void | boolean | Promise<void>;
}
