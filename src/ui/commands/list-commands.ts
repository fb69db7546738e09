import { formatShape } from '../../core/shape.ts';
import type { Words } from '../../core/words.ts';
import type { Graph, GraphDocument } from '../../document/schema.ts';
import { wireOrder } from '../../document/wire-order.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import type { Asking, KindPlace } from '../../state/view-store.ts';
import { type ActionContext, isPossible } from '../actions/action.ts';
import { goTo } from '../actions/go-to.ts';
import { actions } from '../actions/index.ts';
import { spokenShape } from '../canvas/spoken-shape.ts';
import { judgeKinds, type Verdict } from '../edit/judge-kinds.ts';
import { displayName } from '../edit/plan-connection.ts';
import { explainProblem, speller } from '../problems/problem-text.ts';
import type { Command } from './command.ts';
import { listConnections, listCuts, listPlaces, tellRefusal } from './list-wires.ts';

/** What commands are made of: the page, its other language, and the lessons read so far. */
export interface CommandSource {
  readonly context: ActionContext;
  readonly other: Pick<ActionContext, 't' | 'words'> | undefined;
  readonly lessons: ReadonlyMap<string, GraphDocument>;
}

/** All that can be done now, or all answers to what is asked. */
export function listCommands(
  source: CommandSource,
  asking: Asking | undefined,
): readonly Command[] {
  const { context } = source;
  switch (asking?.what) {
    case undefined:
      return [
        ...listActions(source),
        ...listNodes(context),
        ...(isLocked(context) ? [] : [...listLayers(source, asking), ...listLessons(source)]),
      ];
    case 'connect':
      return listConnections(context, asking.node);
    case 'cut':
      return listCuts(context, asking.node);
    case 'before':
      return [
        ...listPlaces(context, asking.node),
        ...(hasInputs(context, asking.node) ? [] : listLayers(source, asking)),
      ];
    default:
      return listLayers(source, asking);
  }
}

const isLocked = ({ stores }: ActionContext): boolean => stores.documents.getState().locked;

const hasInputs = ({ stores }: ActionContext, id: string): boolean =>
  stores.documents.getState().document.graph.wires.some(({ to }) => to === id);

function listActions({ context, other }: CommandSource): Command[] {
  return actions
    .filter((action) => action.id !== 'commands' && isPossible(action, context))
    .map(({ id, title, keys = [], aliases = [], run }) => ({
      id: `action ${id}`,
      group: 'actions',
      title: title(context),
      names: [title(context), ...(other ? [title({ ...context, ...other })] : []), ...aliases],
      keys,
      run: () => run(context),
    }));
}

function listNodes({ stores, words }: ActionContext): Command[] {
  const { catalogue, documents, compilations } = stores;
  const { graph } = documents.getState().document;
  return wireOrder(graph).map((id) => {
    const name = displayName(graph, id, catalogue);
    const kind = catalogue.layers.get(graph.nodes[id]?.kind ?? '');
    return {
      id: `node ${id}`,
      group: 'nodes',
      title: words(name),
      detail: spokenShape(id, kind, compilations.getState()) ?? '',
      ...(kind && { family: kind.family }),
      names: [
        ...namesOf(name),
        ...(kind ? [kind.kind, ...namesOf(kind.title), ...kind.aliases] : []),
      ],
      run: () => goTo(stores, id),
    };
  });
}

function listLayers({ context }: CommandSource, asking: Asking | undefined): Command[] {
  const { stores, t, words, edit } = context;
  const { document, usedIds } = stores.documents.getState();
  const judge = (place: KindPlace): readonly Verdict[] =>
    judgeKinds(document, usedIds, stores.catalogue, place);
  const line = (kind: LayerKind): Command => ({
    id: `layer ${kind.kind}`,
    group: 'layers',
    title: asking ? words(kind.title) : t('palette.add', { name: words(kind.title) }),
    family: kind.family,
    names: [kind.kind, kind.title.en, kind.title.ko, ...kind.aliases],
    run: () => carryOut(edit, kind, asking),
  });
  const verdicts = asking && judgeAll(document.graph, asking, judge);
  if (!verdicts) return [...stores.catalogue.layers.values()].map(line);
  return verdicts.map((verdict) => ({ ...line(verdict.kind), ...judged(context, verdict) }));
}

/** What comes of every kind where it would be added: in the one wire that leaves a node, else beside it. */
function judgeAll(
  { wires }: Graph,
  asking: Asking,
  judge: (place: KindPlace) => readonly Verdict[],
): readonly Verdict[] | undefined {
  if (asking.what === 'insert') return judge({ type: 'wire', wire: asking.wire });
  if (asking.what !== 'after' && asking.what !== 'before') return undefined;
  const beside = judge({ type: asking.what, node: asking.node });
  const [wire, ...others] = wires.filter(({ from }) => from === asking.node);
  if (asking.what === 'before' || !wire || others.length > 0) return beside;
  const within = judge({ type: 'wire', wire: wire.id });
  const refused = new Set(within.flatMap(({ type, kind }) => (type === 'refused' ? [kind] : [])));
  return [
    ...within.filter(({ kind }) => !refused.has(kind)),
    ...beside.filter(({ kind }) => refused.has(kind)),
  ];
}

/** How a layer that was tried in its place stands in the list. */
function judged({ t, words }: ActionContext, verdict: Verdict): Partial<Command> {
  switch (verdict.type) {
    case 'fits':
      return { group: 'fits', detail: verdict.output ? formatShape(verdict.output) : '' };
    case 'flawed':
      return {
        group: 'unfit',
        remark: explainProblem(t, speller(t, words), verdict.problem),
      };
    case 'refused':
      return { group: 'unfit', remark: tellRefusal(t, words, verdict.refusal), refused: true };
    default:
      return { group: 'unfit' };
  }
}

function carryOut(edit: ActionContext['edit'], kind: LayerKind, asking: Asking | undefined): void {
  switch (asking?.what) {
    case 'after':
      edit.addAfter(kind, asking.node);
      break;
    case 'before':
      edit.addBefore(kind, asking.node);
      break;
    case 'insert':
      edit.insert(kind, asking.wire);
      break;
    default:
      edit.addAfter(kind);
  }
}

function listLessons({ context, lessons }: CommandSource): Command[] {
  const { files, words } = context;
  return [...lessons].map(([id, document]) => {
    const { title, lesson } = document.meta;
    return {
      id: `lesson ${id}`,
      group: 'lessons',
      title: words(title),
      detail: lesson?.lecture ?? '',
      names: [id, ...namesOf(title), `${lesson?.lecture} ${namesOf(title).join(' ')}`],
      run: () => files.open(document),
    };
  });
}

const namesOf = (value: Words | string): readonly string[] =>
  typeof value === 'string' ? [value] : [value.en, value.ko];
