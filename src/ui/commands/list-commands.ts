import { toldApart } from '../../compiler/told-apart.ts';
import { formatShape } from '../../core/shape.ts';
import type { Words } from '../../core/words.ts';
import { notesOf } from '../../document/notes.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { wireOrder } from '../../document/wire-order.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import type { Asking } from '../../state/view-store.ts';
import { type ActionContext, isPossible } from '../actions/action.ts';
import { goTo, notesInOrder } from '../actions/go-to.ts';
import { actions } from '../actions/index.ts';
import { spokenShape } from '../canvas/nodes/spoken-shape.ts';
import { onCanvas } from '../comments/comment-id.ts';
import { inOrder, type Judge, type Verdict } from '../edit/judge-kinds.ts';
import { planKind } from '../edit/plan-kind.ts';
import { tellRefusal } from '../edit/tell-refusal.ts';
import { explainProblem, speller } from '../problems/problem-text.ts';
import type { Command } from './command.ts';
import { listConnections, listCuts, listPlaces } from './list-wires.ts';

/** What commands are made of: the page, its other language, and the lessons read so far. */
export interface CommandSource {
  readonly context: ActionContext;
  readonly other: Pick<ActionContext, 't' | 'words'> | undefined;
  readonly lessons: ReadonlyMap<string, GraphDocument>;
  /** Tries a layer where it is asked for. */
  readonly judge?: Judge | undefined;
  /** What came of those that were tried already. */
  readonly verdicts?: ReadonlyMap<LayerKind, Verdict>;
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
        ...listNotes(context),
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
    .map((action): Command => {
      const { id, title, keys = [], aliases = [], run } = action;
      return {
        id: `action ${id}`,
        group: 'actions',
        title: title(context),
        names: [title(context), ...(other ? [title({ ...context, ...other })] : [])],
        aliases,
        keys,
        action,
        run: () => run(context),
      };
    });
}

function listNodes({ stores, words }: ActionContext): Command[] {
  const { catalogue, documents, compilations } = stores;
  const { graph } = documents.getState().document;
  return wireOrder(graph).map((id) => {
    const name = toldApart(graph, id, catalogue);
    const kind = catalogue.layers.get(graph.nodes[id]?.kind ?? '');
    return {
      id: `node ${id}`,
      group: 'nodes',
      title: words(name),
      detail: spokenShape(id, kind, compilations.getState()) ?? '',
      ...(kind && { family: kind.family }),
      names: [...namesOf(name), ...(kind ? [kind.kind, ...namesOf(kind.title)] : [])],
      aliases: kind?.aliases ?? [],
      run: () => goTo(stores, id),
    };
  });
}

/** Comments, by their words. */
function listNotes({ stores, t }: ActionContext): Command[] {
  const { document } = stores.documents.getState();
  return notesInOrder(document).map((note) => {
    const text = notesOf(document)[note]?.text.trim() ?? '';
    return {
      id: `note ${note}`,
      group: 'nodes',
      title: t('comment.label', { text: text === '' ? t('outline.noText') : text.slice(0, 80) }),
      names: [text, 'comment', '메모'],
      run: () => goTo(stores, onCanvas(note)),
    };
  });
}

function listLayers(
  { context, judge, verdicts = new Map() }: CommandSource,
  asking: Asking | undefined,
): Command[] {
  const { stores, t, words, edit } = context;
  const kinds = [...stores.catalogue.layers.values()];
  const line = (kind: LayerKind): Command => ({
    id: `layer ${kind.kind}`,
    group: 'layers',
    title: asking ? words(kind.title) : t('palette.add', { name: words(kind.title) }),
    family: kind.family,
    names: [kind.kind, kind.title.en, kind.title.ko],
    aliases: kind.aliases,
    run: () => edit.addAfter(kind),
  });
  if (!judge) return kinds.map(line);
  const tried = (kind: LayerKind): Command => {
    const verdict = verdicts.get(kind);
    return {
      ...line(kind),
      group: 'trying',
      ...(verdict && judged(context, verdict)),
      run: () => carryOut(context, verdict ?? judge(kind)),
    };
  };
  const known = kinds.flatMap((kind) => verdicts.get(kind) ?? []);
  const listed = inOrder(known).map(({ kind }) => kind);
  return [...listed, ...kinds.filter((kind) => !verdicts.has(kind))].map(tried);
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

/** Puts a layer where it was tried; where it is refused, the reason is told. */
function carryOut({ stores, t, words, edit }: ActionContext, { kind, place }: Verdict): void {
  const { document, usedIds } = stores.documents.getState();
  const at =
    place.type === 'after'
      ? { rightOf: place.node }
      : place.type === 'before'
        ? { leftOf: place.node }
        : { x: 0, y: 0 };
  const plan = planKind(document, usedIds, stores.catalogue, kind, place, at);
  if (plan.ok) edit.carryOut(plan.value);
  else stores.views.getState().notify({ tone: 'info', text: tellRefusal(t, words, plan.error) });
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
