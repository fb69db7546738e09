import { type Compilation, compile } from '../../compiler/compile.ts';
import type { Problem } from '../../compiler/problem.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import type { Shape } from '../../core/shape.ts';
import { applyCommands } from '../../document/commands.ts';
import { wiresFrom } from '../../document/queries.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import type { Asking, KindPlace } from '../../state/view-store.ts';
import type { Refusal } from './plan-connection.ts';
import { planKind } from './plan-kind.ts';

/** What comes of a kind in a place: it fits, it can stand there but something is wrong then, or it cannot. */
export type Verdict = { readonly kind: LayerKind; readonly place: KindPlace } & (
  | { readonly type: 'fits'; readonly output: Shape | undefined }
  | { readonly type: 'flawed'; readonly problem: Problem }
  | { readonly type: 'cuts'; readonly count: number }
  | { readonly type: 'refused'; readonly refusal: Refusal }
);

/** Tries a kind where it would be put. */
export type Judge = (kind: LayerKind) => Verdict;

/** Tries kinds in a place of a document, one at a time, by asking the compiler what it makes of each. */
export function judgeOf(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  catalogue: Catalogue,
  place: KindPlace,
): Judge {
  let known: ReadonlySet<string> | undefined;
  return (kind) => {
    const plan = planKind(document, taken, catalogue, kind, place, { x: 0, y: 0 });
    if (!plan.ok) return { kind, place, type: 'refused', refusal: plan.error };
    known ??= new Set(compiled(document, catalogue).problems.map(keyOf));
    const before = known;
    const { id, commands } = plan.value;
    const then = compiled(applyCommands(document, commands), catalogue);
    const fresh = then.problems.filter((problem) => !before.has(keyOf(problem)));
    const problem = worst(fresh, id);
    if (problem) return { kind, place, type: 'flawed', problem };
    const cuts = commands.flatMap((each) =>
      place.type === 'swap' && each.type === 'disconnect' ? each.wires : [],
    );
    if (cuts.length > 0) return { kind, place, type: 'cuts', count: cuts.length };
    const shape = kind.role === 'objective' ? undefined : then.shapes.get(id)?.output;
    return { kind, place, type: 'fits', output: shape };
  };
}

/**
 * Tries kinds after a node, before it, or in a wire. After a node that one wire leaves a kind goes into that
 * wire, unless it is refused there: then it goes beside.
 */
export function judgeOfAsking(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  catalogue: Catalogue,
  asking: Asking | undefined,
): Judge | undefined {
  const judge = (place: KindPlace): Judge => judgeOf(document, taken, catalogue, place);
  if (asking?.what === 'insert') return judge({ type: 'wire', wire: asking.wire });
  if (asking?.what !== 'after' && asking?.what !== 'before') return undefined;
  const beside = judge({ type: asking.what, node: asking.node });
  const [wire, ...others] = wiresFrom(document.graph, asking.node);
  if (asking.what === 'before' || !wire || others.length > 0) return beside;
  const within = judge({ type: 'wire', wire: wire.id });
  return (kind) => {
    const verdict = within(kind);
    return verdict.type === 'refused' ? beside(kind) : verdict;
  };
}

/** Kinds that can be asked for in a place, as the catalogue has them: all, but a swap for the same is none. */
export function kindsFor(
  { graph }: GraphDocument,
  { layers }: Catalogue,
  place: KindPlace | undefined,
): readonly LayerKind[] {
  const old = place?.type === 'swap' ? graph.nodes[place.node]?.kind : undefined;
  return [...layers.values()].filter(({ kind }) => kind !== old);
}

/** Verdicts as they are listed: those that fit come first, those that are refused last. */
export const inOrder = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  order.flatMap((types) => verdicts.filter(({ type }) => types.includes(type)));

const order: readonly (readonly Verdict['type'][])[] = [['fits'], ['flawed', 'cuts'], ['refused']];

const compiled = ({ graph, training }: GraphDocument, catalogue: Catalogue): Compilation =>
  compile(graph, catalogue, training.batchSize, training.balance);

const keyOf = ({ code, at }: Problem): string => `${code} ${JSON.stringify(at)}`;

/** What a person would have to see to first; work that is merely unfinished elsewhere is none of it. */
function worst(problems: readonly Problem[], id: string): Problem | undefined {
  const own = problems.filter(({ at }) => 'node' in at && at.node === id);
  return (
    own.find(({ severity }) => severity === 'error') ??
    problems.find(({ severity }) => severity === 'error') ??
    own.find(({ code }) => code === 'open-input')
  );
}
