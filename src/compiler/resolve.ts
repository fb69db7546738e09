import type * as z from 'zod';
import type { Words } from '../core/words.ts';
import type { Dataset } from '../datasets/define-dataset.ts';
import type { Graph, GraphNode } from '../document/schema.ts';
import type {
  CalculationKind,
  ComputeKind,
  LayerKind,
  LossKind,
  SourceKind,
} from '../layers/define-layer.ts';
import { type Finding, finding, fix } from './problem.ts';

/** What the graph may be made of. */
export interface Catalogue {
  readonly layers: ReadonlyMap<string, LayerKind>;
  readonly datasets: ReadonlyMap<string, Dataset>;
}

interface Resolved<K extends LayerKind> {
  readonly id: string;
  readonly name: Words;
  readonly kind: K;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A node whose kind is known and whose parameters hold. */
export type ResolvedNode =
  | Resolved<SourceKind>
  | Resolved<ComputeKind>
  | Resolved<LossKind>
  | ResolvedCalculation;

/** A step of a calculation whose parameters hold. */
export type ResolvedCalculation = Resolved<CalculationKind>;

/** Nodes by id; one that could not be resolved is in `findings` instead. */
export interface Resolution {
  readonly nodes: ReadonlyMap<string, ResolvedNode>;
  readonly findings: readonly Finding[];
}

/** Phase 1: looks up each node's kind and parses its parameters. */
export function resolve(graph: Graph, catalogue: Catalogue): Resolution {
  const nodes = new Map<string, ResolvedNode>();
  const findings: Finding[] = [];
  for (const [id, node] of Object.entries(graph.nodes)) {
    const kind = catalogue.layers.get(node.kind);
    if (!kind) {
      findings.push(unknownKind(id, node));
      continue;
    }
    const parsed = kind.params.safeParse(node.params);
    if (parsed.success) {
      nodes.set(id, { id, name: nameOf(node, kind), kind, params: parsed.data } as ResolvedNode);
    } else {
      findings.push(invalidParameter(id, node, kind, parsed.error));
    }
  }
  return { nodes, findings };
}

/** Whether a catalogue knows every kind and every data set of a graph. */
export const isMadeOf = (graph: Graph, { layers, datasets }: Catalogue): boolean =>
  Object.values(graph.nodes).every(({ kind: name, params }) => {
    const kind = layers.get(name);
    if (kind?.role !== 'source') return kind !== undefined;
    const parsed = kind.params.safeParse(params);
    const dataset = parsed.success ? kind.dataset(parsed.data) : undefined;
    return parsed.success && (dataset === undefined || datasets.has(dataset));
  });

/** What a node is called on the canvas: its own name, or its kind's. */
export const nameOf = (node: GraphNode, kind: LayerKind): Words =>
  node.name === undefined ? kind.title : { en: node.name, ko: node.name };

/** A kind that this page does not have; one that was read from elsewhere says what stood in the way. */
function unknownKind(id: string, { kind, foreign }: GraphNode): Finding {
  if (!foreign) return finding('unknown-kind', 'error', { node: id }, { kind });
  const { layer, reason, option = '', value = '' } = foreign;
  return finding(`foreign-${reason}`, 'error', { node: id }, { layer, option, value });
}

function invalidParameter(
  id: string,
  node: GraphNode,
  kind: LayerKind,
  error: z.ZodError,
): Finding {
  const issue = error.issues[0];
  const param = String(issue?.path[0] ?? '');
  const value = Object.hasOwn(node.params, param) ? node.params[param] : undefined;
  const range = issue && rangeOf(issue);
  const data = { name: nameOf(node, kind), param, value: print(value), range: range ?? '' };
  const defaults = kind.params.safeParse({});
  const initial = defaults.success ? defaults.data[param] : undefined;
  const fixes =
    initial === undefined
      ? []
      : [
          fix(
            'reset-parameter',
            { param, value: print(initial) },
            { type: 'setParams', id, params: { [param]: initial } },
          ),
        ];
  return finding('parameter-invalid', 'error', { node: id }, data, fixes);
}

function rangeOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`;
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`;
  if (issue.code === 'invalid_value') return issue.values.join(', ');
  if (issue.code === 'invalid_type') return issue.expected;
  return undefined;
}

function print(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
