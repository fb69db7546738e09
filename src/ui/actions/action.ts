import type { ReactFlowInstance } from '@xyflow/react';
import type { TFunction } from 'i18next';
import type { Words } from '../../core/words.ts';
import type { Stores } from '../../state/stores.ts';
import type { useEdit } from '../edit/use-edit.ts';
import type { useFiles } from '../files/use-files.ts';
import type { useRunActions } from '../train/use-run-actions.ts';

/** Headings under which actions are listed, in their order. */
export const actionGroups = ['edit', 'canvas', 'train', 'view', 'file', 'course'] as const;

/** A heading under which actions are listed. */
export type ActionGroup = (typeof actionGroups)[number];

/** What an action works with. */
export interface ActionContext {
  readonly stores: Stores;
  readonly flow: ReactFlowInstance;
  readonly t: TFunction;
  readonly words: (value: Words | string) => string;
  readonly files: ReturnType<typeof useFiles>;
  readonly edit: ReturnType<typeof useEdit>;
  readonly training: ReturnType<typeof useRunActions>;
}

/** Where an action stands in a menu that opens at what was pressed. */
export type Menu = 'node' | 'wire' | 'note' | 'canvas';

/** Something a person can do, however they ask for it: by key, menu, button or command palette. */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  /** What it does now, in the language on screen. */
  readonly title: (context: ActionContext) => string;
  /** Keys such as `mod+shift+z`, `?` or `space`; the first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Whether the browser itself tells the page of its keys, as of those of the clipboard. */
  readonly native?: true;
  /** Whether its keys work while a text is typed. */
  readonly whileTyping?: true;
  /** Where its keys work: on the graph and where nothing has the focus; else, and with Ctrl, everywhere. */
  readonly at?: 'graph';
  /** The line of the list of keys that it shares with its like; its title, where it is left out. */
  readonly row?: (context: ActionContext) => string;
  /** Other words that the command palette finds it by, in both languages. */
  readonly aliases?: readonly string[];
  readonly menus?: readonly Menu[];
  /** Whether it changes the network, and so is out of reach while that is locked. */
  readonly edits?: true;
  /** Whether it can be done now; where it is left out, always. */
  readonly when?: (context: ActionContext) => boolean;
  /** Does it; false gives a key that was pressed back to the browser. */
  readonly run: (context: ActionContext) => void | boolean | Promise<void>;
}

/** Whether an action can be done now. */
export const isPossible = (action: Action, context: ActionContext): boolean =>
  !(action.edits && context.stores.documents.getState().locked) && (action.when?.(context) ?? true);
