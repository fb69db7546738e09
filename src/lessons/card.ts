import type { PhrasingContent, RootContent } from 'mdast';
import type { Condition } from './condition.ts';
import type { Edit } from './edits.ts';
import type { Target } from './targets.ts';

/** What a card asks of the person: to guess, to do, to read, or to go further. */
export const cardKinds = ['predict', 'do', 'explain', 'try'] as const;

/** What a card asks of the person. */
export type CardKind = (typeof cardKinds)[number];

/** One answer that a predict card offers. */
export interface Choice {
  readonly right: boolean;
  readonly text: readonly PhrasingContent[];
  /** As it is written, to compare languages by. */
  readonly line: number;
}

/** One card of a lesson. */
export interface Card {
  readonly asks: CardKind;
  readonly title: string;
  /** Line of its heading, counted from 1. */
  readonly line: number;
  /** When it is done by itself; without one, when the person goes on. */
  readonly until: Condition | undefined;
  /** What it outlines on the page. */
  readonly point: Target | undefined;
  /** What it opens and brings into view. */
  readonly see: readonly Target[];
  /** What it does to the graph for a person who asks, and on a lecturer's key. */
  readonly make: readonly Edit[];
  /** Updates a second while it is on screen; 0 is as many as can be. */
  readonly pace: number | undefined;
  readonly body: readonly RootContent[];
  /** Offered by a predict card, and by it alone. */
  readonly choices: readonly Choice[];
  /** Shown once a choice is made. */
  readonly answer: readonly RootContent[];
}

/** What is wrong with a lesson's text, and in which line. */
export interface LessonFinding {
  readonly line: number;
  readonly message: string;
}
