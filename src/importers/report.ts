import type { Shape } from '../core/shape.ts';
import type { GraphDocument } from '../document/schema.ts';

/** A layer that this page does not have, and what stood in the way. */
export interface Missing {
  readonly name: string;
  readonly layer: string;
  readonly reason: 'kind' | 'option' | 'shared';
  readonly option?: string;
  readonly value?: string;
}

/** Something that was read otherwise than it was written. Words live in `i18n` under `importing.noted`. */
export type Note =
  /** So many tensors start by another rule than theirs. */
  | { readonly code: 'starts'; readonly count: number }
  /** So many layers are frozen there and are trained here. */
  | { readonly code: 'frozen'; readonly count: number }
  | { readonly code: 'loss'; readonly name: string }
  | { readonly code: 'optimizer'; readonly name: string }
  /** Options that are otherwise here, or are left out. */
  | { readonly code: 'options'; readonly list: string }
  | { readonly code: 'outputs'; readonly count: number }
  /** So many starting weights were taken along. */
  | { readonly code: 'weights'; readonly count: number }
  | { readonly code: 'weights-too-many'; readonly count: number; readonly limit: number }
  | { readonly code: 'weights-files'; readonly files: string }
  | { readonly code: 'weights-damaged' }
  | { readonly code: 'weights-layers'; readonly names: string };

/** A network that was read from another program's file, and what became of it. */
export interface Imported {
  readonly document: GraphDocument;
  /** Layers of the file, those that are missing here among them. */
  readonly layers: number;
  readonly missing: readonly Missing[];
  readonly notes: readonly Note[];
  /** Nodes with weights, by the names of the models around a layer and its own, with slashes. */
  readonly weighted: ReadonlyMap<string, Weighted>;
}

/** A node with weights, and the shapes of these. */
export interface Weighted {
  readonly id: string;
  /** The layer's own name in the file. */
  readonly name: string;
  readonly shapes: readonly Shape[];
}
