import { dequal } from 'dequal/lite';
import type { Ir } from '../../compiler/ir.ts';
import type { Problem } from '../../compiler/problem.ts';
import { applyCommands, type Command } from '../../document/commands.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { SeedResult, SeedTerms } from '../../engine/seeds/seed-plan.ts';

/** Why starts were not trained, or not to the end. */
export type SeedTrouble =
  | { readonly code: 'problem'; readonly problem: Problem | undefined }
  /** It would take so many hours. */
  | { readonly code: 'long'; readonly hours: number }
  | { readonly code: 'failed'; readonly detail: string }
  /** Its worker is gone, and nobody knows why. */
  | { readonly code: 'lost' };

/** One setting of the network and its starts. */
export interface Variant {
  /** What is different here; nothing where the network is as it was. */
  readonly value: number | string | undefined;
  /** What makes it out of the document that the study began with. */
  readonly commands: readonly Command[];
  readonly ir: Ir | undefined;
  readonly terms: SeedTerms | undefined;
  /** In the order in which they came. */
  readonly results: readonly SeedResult[];
  readonly trouble: SeedTrouble | undefined;
}

/** Many starts of a network, of one setting or of several. */
export interface Study {
  /** The document that it began with. */
  readonly base: GraphDocument;
  /** Key of the setting that is varied. */
  readonly setting: string | undefined;
  readonly first: number;
  /** Starts of each variant. */
  readonly count: number;
  readonly updates: number;
  /** Exactly given starting weights were drawn from N(0, 1) instead. */
  readonly redrawn: boolean;
  readonly variants: readonly Variant[];
}

/** What takes the document to a start of a variant. */
export const commandsTo = (
  { commands }: Pick<Variant, 'commands'>,
  seed: number,
): readonly Command[] => [...commands, { type: 'setTraining', training: { seed } }];

/** The document in which a variant's start is the one on screen. */
export const documentOf = ({ base }: Study, variant: Variant, seed: number): GraphDocument =>
  applyCommands(base, commandsTo(variant, seed));

/** Whether two documents train alike, whatever their seeds, titles and layouts. */
export function trainsAlike(a: GraphDocument, b: GraphDocument): boolean {
  const training = ({ training: { seed: _, stopAt: __, ...rest } }: GraphDocument) => rest;
  return dequal(a.graph, b.graph) && dequal(training(a), training(b));
}

/** Whether a study is about the network on screen: its variants are reached from there. */
export const isAbout = (study: Study, document: GraphDocument): boolean =>
  study.variants.some((variant) =>
    trainsAlike(
      applyCommands(document, variant.commands),
      applyCommands(study.base, variant.commands),
    ),
  );
