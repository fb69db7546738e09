import { type Compilation, compile } from '../../compiler/compile.ts';
import type { Problem } from '../../compiler/problem.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import type { Shape } from '../../core/shape.ts';
import { applyCommands } from '../../document/commands.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import type { KindPlace } from '../../state/view-store.ts';
import type { Refusal } from './plan-connection.ts';
import { planKind } from './plan-kind.ts';

/** What comes of a kind in a place: it fits, it can stand there but something is wrong then, or it cannot. */
export type Verdict = { readonly kind: LayerKind } & (
  | { readonly type: 'fits'; readonly output: Shape | undefined }
  | { readonly type: 'flawed'; readonly problem: Problem }
  | { readonly type: 'cuts'; readonly count: number }
  | { readonly type: 'refused'; readonly refusal: Refusal }
);

/** Tries every kind in a place and asks the compiler what it makes of it; those that fit come first. */
export function judgeKinds(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  catalogue: Catalogue,
  place: KindPlace,
): readonly Verdict[] {
  const now = compiled(document, catalogue);
  const known = new Set(now.problems.map(keyOf));
  const old = place.type === 'swap' ? document.graph.nodes[place.node]?.kind : undefined;
  const verdicts = [...catalogue.layers.values()].flatMap((kind): Verdict[] => {
    if (kind.kind === old) return [];
    const plan = planKind(document, taken, catalogue, kind, place, { x: 0, y: 0 });
    if (!plan.ok) return [{ kind, type: 'refused', refusal: plan.error }];
    const { id, commands } = plan.value;
    const then = compiled(applyCommands(document, commands), catalogue);
    const fresh = then.problems.filter((problem) => !known.has(keyOf(problem)));
    const problem = worst(fresh, id);
    if (problem) return [{ kind, type: 'flawed', problem }];
    const cuts = commands.flatMap((each) =>
      place.type === 'swap' && each.type === 'disconnect' ? each.wires : [],
    );
    if (cuts.length > 0) return [{ kind, type: 'cuts', count: cuts.length }];
    const shape = kind.role === 'objective' ? undefined : then.shapes.get(id)?.output;
    return [{ kind, type: 'fits', output: shape }];
  });
  return order.flatMap((types) => verdicts.filter(({ type }) => types.includes(type)));
}

const order: readonly (readonly Verdict['type'][])[] = [['fits'], ['flawed', 'cuts'], ['refused']];

const compiled = ({ graph, training }: GraphDocument, catalogue: Catalogue): Compilation =>
  compile(graph, catalogue, training.batchSize);

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
