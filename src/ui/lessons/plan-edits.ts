import type { Catalogue } from '../../compiler/resolve.ts';
import { assertNever } from '../../core/assert-never.ts';
import { applyCommands, type Command } from '../../document/commands.ts';
import { freeId, wiresFrom } from '../../document/queries.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { Edit } from '../../lessons/edits.ts';
import { nextSeed, redrawing } from '../../state/new-start.ts';
import { planRemove } from '../edit/plan-remove.ts';

/**
 * The commands that carry out a card's changes, one after another; one about something that is gone is left
 * out. A removed layer's neighbours are joined, as where a person removes it.
 */
export function planEdits(
  edits: readonly Edit[],
  document: GraphDocument,
  usedIds: ReadonlySet<string>,
  catalogue: Catalogue,
): readonly Command[] {
  let now = document;
  const used = new Set(usedIds);
  return edits.flatMap((edit) => {
    const commands = planEdit(edit, now, used, catalogue);
    now = applyCommands(now, commands);
    for (const id of Object.keys(now.graph.nodes)) used.add(id);
    return commands;
  });
}

function planEdit(
  edit: Edit,
  document: GraphDocument,
  used: ReadonlySet<string>,
  catalogue: Catalogue,
): readonly Command[] {
  const { graph, training } = document;
  switch (edit.type) {
    case 'remove':
      return planRemove(document, catalogue, { nodes: [edit.node], wires: [] });
    case 'insert': {
      const [wire] = wiresFrom(graph, edit.after);
      if (!wire) return [];
      const node = { kind: edit.layer, params: {} };
      return [{ type: 'insertOnWire', wire: wire.id, id: freeId(used, edit.layer), node }];
    }
    case 'replace':
      return [{ type: 'replace', id: edit.node, node: { kind: edit.layer, params: {} } }];
    case 'set': {
      const { node: id, parameter } = edit;
      const node = graph.nodes[id];
      const schema = catalogue.layers.get(node?.kind ?? '')?.params;
      const value = meaningsOf(edit.text).find(
        (each) => schema?.safeParse({ ...node?.params, [parameter]: each }).success,
      );
      return value === undefined ? [] : [{ type: 'setParams', id, params: { [parameter]: value } }];
    }
    case 'draw':
      return [...redrawing(graph), nextSeed(training)];
    case 'ask':
      return [];
    default:
      return assertNever(edit);
  }
}

/** What a typed value may mean: the text itself, or the number or list that it writes. */
function meaningsOf(text: string): readonly unknown[] {
  try {
    return [text, JSON.parse(text)];
  } catch {
    return [text];
  }
}
