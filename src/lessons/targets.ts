import { err, ok, type Result } from '../core/result.ts';

/** Controls of the page that a card can point at; each carries its name as `data-tour`. */
export const controls = [
  'train',
  'step',
  'epoch',
  'reset',
  'walk',
  'pace',
  'figures',
  'speed',
  'learning-rate',
  'optimizer',
  'seed',
  'new-seed',
  'seeds',
  'sweep',
  'lessons',
  'title',
  'undo',
  'tidy',
  'save',
  'language',
] as const;

/** Pages of the panels on both sides that a card can open and point at. */
export const tabs = ['layers', 'lessons', 'data', 'see', 'train', 'layer'] as const;

/** A page of one of the panels. */
export type TabName = (typeof tabs)[number];

/** Something on the live page that a card points at. */
export type Target =
  | { readonly type: 'node'; readonly id: string }
  | { readonly type: 'control'; readonly id: (typeof controls)[number] }
  | { readonly type: 'picture'; readonly id: string }
  | { readonly type: 'tab'; readonly id: TabName }
  | { readonly type: 'palette'; readonly id: string };

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

/** Reads `node:dense1`, `control:train`, `picture:loss-curve`, `tab:layers` or `palette:dense`. */
export function parseTarget(text: string): Result<Target, string> {
  const [, type = '', id = ''] = /^([a-z]+):([A-Za-z][\w-]*)$/.exec(text) ?? [];
  switch (type) {
    case 'node':
    case 'picture':
    case 'palette':
      return ok({ type, id });
    case 'control':
      if (isOneOf(controls, id)) return ok({ type, id });
      return err(`no control “${id}”; there are ${controls.join(', ')}`);
    case 'tab':
      if (isOneOf(tabs, id)) return ok({ type, id });
      return err(`no tab “${id}”; there are ${tabs.join(', ')}`);
    default:
      return err(
        `“${text}” points at nothing; write node:ID, control:NAME, picture:ID, tab:NAME or palette:KIND`,
      );
  }
}

/** A target as it is written. */
export const printTarget = ({ type, id }: Target): string => `${type}:${id}`;
