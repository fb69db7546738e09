import { LINK_MARK } from '../document/link-mark.ts';

/** What a link to the page asks for: `?lesson=lab-09-2&card=3&edit=no&present=yes`. */
export interface PageLink {
  readonly lesson: string | undefined;
  /** The card, counted from 1 as it is on screen; `NaN` if it is no number. */
  readonly card: number | undefined;
  /** Whether the network may be edited. */
  readonly edit: boolean;
  /** Whether it starts in lecturer's mode. */
  readonly present: boolean;
}

/** Reads the part of an address behind the question mark. */
export function readLink(search: string): PageLink {
  const query = new URLSearchParams(search);
  const card = query.get('card');
  return {
    lesson: query.get('lesson') ?? undefined,
    card: card === null ? undefined : /^\d+$/.test(card) ? Number(card) : Number.NaN,
    edit: query.get('edit') !== 'no',
    present: query.get('present') === 'yes',
  };
}

/**
 * Whether this page is a picture within another one: framed, and its address holds the network that it shows.
 * Such a page shows that and no work of the person's, keeps nothing and asks nothing. Asked once, when the page
 * is opened: an address that its host sets later changes nothing about what is kept.
 */
export const isEmbedded = (): boolean =>
  typeof window !== 'undefined' && window.parent !== window && location.hash.startsWith(LINK_MARK);

/** The address of a lesson at a card, counted from 1. */
export function writeLink(
  { origin, pathname }: Pick<Location, 'origin' | 'pathname'>,
  { lesson, card, edit = true, present = false }: Partial<PageLink>,
): string {
  const query = new URLSearchParams();
  if (lesson !== undefined) query.set('lesson', lesson);
  if (card !== undefined) query.set('card', String(card));
  if (!edit) query.set('edit', 'no');
  if (present) query.set('present', 'yes');
  return `${origin}${pathname}?${query}`;
}
