import { arityOf } from '../../compiler/check.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import { displayName } from '../../compiler/told-apart.ts';
import { groupBy } from '../../core/group-by.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Command } from '../../document/commands.ts';
import { leadingTo, wiresInto, wouldCycle } from '../../document/queries.ts';
import type { Graph, Wire } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';

/** Why a wire is refused. Words live in `i18n` under `refusal.<code>`. */
export interface Refusal {
  readonly code:
    | 'self'
    | 'cycle'
    | 'duplicate'
    | 'source'
    | 'loss'
    | 'mixed'
    | 'given'
    | 'full'
    | 'ways'
    | 'unknown';
  readonly from: Words | string;
  readonly to: Words | string;
  readonly max: number;
}

/** Whether both belong to a calculation, or both to a network. */
export const canBeJoined = (a: LayerKind, b: LayerKind): boolean =>
  (a.role === 'calculation') === (b.role === 'calculation');

/**
 * The commands that draw a wire, or why it cannot be. A node that takes one input gives up the wire
 * it has for the new one.
 */
export const planConnection = (
  graph: Graph,
  catalogue: Catalogue,
  from: string,
  to: string,
): Result<readonly Command[], Refusal> =>
  plan(graph, catalogue, [from, to], wiresInto(graph, to), () => wouldCycle(graph, from, to));

/** Every node that a wire from this one may lead to. */
export function openTo(graph: Graph, catalogue: Catalogue, from: string): string[] {
  // Asked once for all: in a large graph, a walk for every node would be felt.
  const before = leadingTo(graph, from);
  const incoming = groupBy(graph.wires, ({ to }) => to);
  return Object.keys(graph.nodes).filter(
    (to) => plan(graph, catalogue, [from, to], incoming.get(to) ?? [], () => before.has(to)).ok,
  );
}

function plan(
  graph: Graph,
  catalogue: Catalogue,
  [from, to]: readonly [string, string],
  incoming: readonly Wire[],
  closesCircle: () => boolean,
): Result<readonly Command[], Refusal> {
  const kindOf = (id: string) => catalogue.layers.get(graph.nodes[id]?.kind ?? '');
  const refuse = (code: Refusal['code'], max = 0): Result<never, Refusal> =>
    err({
      code,
      from: displayName(graph, from, catalogue),
      to: displayName(graph, to, catalogue),
      max,
    });
  const source = kindOf(from);
  const target = kindOf(to);
  if (from === to) return refuse('self');
  if (!source || !target) return refuse('unknown');
  if (target.role === 'source') return refuse('source');
  if (source.role === 'objective') return refuse('loss');
  if (!canBeJoined(source, target)) return refuse('mixed');
  const { max } = arityOf(target);
  if (max === 0) return refuse('given');
  if (incoming.some((wire) => wire.from === from)) return refuse('duplicate');
  if (closesCircle()) return refuse('cycle');
  const connect: Command = { type: 'connect', from, to };
  if (incoming.length < max) return ok([connect]);
  if (max > 1) return refuse('full', max);
  return ok([{ type: 'disconnect', wires: incoming.map((wire) => wire.id) }, connect]);
}
