import type { LayerKind } from '../layers/define-layer.ts';
import { isObject, type Json, objectAt, own, textAt } from './json.ts';

/** A kind with what is known of its parameters before its config is read. */
export interface NamedKind {
  readonly kind: LayerKind;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The kinds by the names that Keras has for them. */
export interface KerasKinds {
  readonly byClass: ReadonlyMap<string, LayerKind>;
  readonly byActivation: ReadonlyMap<string, NamedKind>;
}

/** Collects the names that kinds say they have in Keras. */
export function kerasKinds(layers: ReadonlyMap<string, LayerKind>): KerasKinds {
  const byClass = new Map<string, LayerKind>();
  const byActivation = new Map<string, NamedKind>();
  for (const kind of layers.values()) {
    for (const name of kind.keras?.names ?? []) byClass.set(name, kind);
    for (const [name, params] of Object.entries(kind.keras?.activations ?? {})) {
      byActivation.set(name, { kind, params });
    }
  }
  return { byClass, byActivation };
}

/** An activation that is given inside a layer: by its name, as a function, or as a layer of its own. */
export type InnerActivation =
  | { readonly type: 'none' }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'layer'; readonly layer: Json };

/** Names that change nothing. */
const silent: ReadonlySet<string> = new Set(['linear', '']);

/** What a layer's config says of an activation. */
export function innerActivation(config: Json): InnerActivation {
  const value = own(config, 'activation');
  if (isObject(value)) {
    const name = textAt(value, 'class_name');
    if (name !== 'function') return { type: 'layer', layer: value };
    return named(textAt(value, 'config') || textAt(objectAt(value, 'config'), 'name'));
  }
  return typeof value === 'string' ? named(value) : { type: 'none' };
}

const named = (name: string): InnerActivation =>
  silent.has(name) ? { type: 'none' } : { type: 'name', name };
