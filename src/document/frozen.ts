import { type Frozen, frozenSchema } from './frozen-schema.ts';
import type { GraphDocument } from './schema.ts';

/** Freezes a number of a weight tensor, or lets it be trained again. */
export interface FreezeCommand {
  readonly type: 'freeze';
  readonly node: string;
  readonly tensor: string;
  readonly shape: readonly number[];
  readonly index: number;
  readonly frozen: boolean;
}

/** Where numbers of a tensor of that shape are frozen, in order. */
export function frozenAt(
  frozen: Frozen,
  node: string,
  tensor: string,
  shape: readonly number[],
): readonly number[] {
  const entry = own(own(frozen, node) ?? {}, tensor);
  return entry && sameShape(entry.shape, shape) ? entry.at : [];
}

/** The document once a number is frozen, or is not any more. */
export function freeze(document: GraphDocument, command: FreezeCommand): GraphDocument {
  const { node, tensor, shape, index, frozen: wanted } = command;
  const { frozen } = document.training;
  if (!Object.hasOwn(document.graph.nodes, node)) return document;
  const before = frozenAt(frozen, node, tensor, shape);
  if (before.includes(index) === wanted) return document;
  const at = wanted
    ? [...before, index].toSorted((a, b) => a - b)
    : before.filter((each) => each !== index);
  const { [tensor]: _old, ...others } = own(frozen, node) ?? {};
  const tensors = at.length > 0 ? { ...others, [tensor]: { shape: [...shape], at } } : others;
  const { [node]: _before, ...rest } = frozen;
  const next = frozenSchema.safeParse(
    Object.keys(tensors).length > 0 ? { ...rest, [node]: tensors } : rest,
  );
  return next.success ? withFrozen(document, next.data) : document;
}

/** The document without what was frozen in nodes that are gone. */
export function settleFrozen(document: GraphDocument): GraphDocument {
  const { frozen } = document.training;
  const kept = Object.entries(frozen).filter(([id]) => Object.hasOwn(document.graph.nodes, id));
  if (kept.length === Object.keys(frozen).length) return document;
  return withFrozen(document, Object.fromEntries(kept));
}

const withFrozen = (document: GraphDocument, frozen: Frozen): GraphDocument => ({
  ...document,
  training: { ...document.training, frozen },
});

const own = <T>(all: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(all, key) ? all[key] : undefined;

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((side, i) => side === b[i]);
