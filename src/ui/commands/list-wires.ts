import { toldApart } from '../../compiler/told-apart.ts';
import { wiresInto } from '../../document/queries.ts';
import { wireOrder } from '../../document/wire-order.ts';
import type { ActionContext } from '../actions/action.ts';
import { spokenShape } from '../canvas/nodes/spoken-shape.ts';
import { planConnection } from '../edit/plan-connection.ts';
import { tellRefusal } from '../edit/tell-refusal.ts';
import type { Command } from './command.ts';

/** Every other node, to wire to; those that would refuse say why. */
export function listConnections({ stores, t, words }: ActionContext, from: string): Command[] {
  const { catalogue, documents, compilations } = stores;
  const { graph } = documents.getState().document;
  return wireOrder(graph)
    .filter((id) => id !== from)
    .map((id): Command => {
      const name = toldApart(graph, id, catalogue);
      const kind = catalogue.layers.get(graph.nodes[id]?.kind ?? '');
      const plan = planConnection(graph, catalogue, from, id);
      const common = {
        id: `connect ${id}`,
        title: words(name),
        detail: spokenShape(id, kind, compilations.getState()) ?? '',
        ...(kind && { family: kind.family }),
        names: typeof name === 'string' ? [name, kind?.kind ?? ''] : [name.en, name.ko],
      };
      if (plan.ok) {
        const run = (): void => documents.getState().dispatch(plan.value);
        return { ...common, group: 'fits', run };
      }
      const remark = tellRefusal(t, words, plan.error);
      return { ...common, group: 'unfit', remark, refused: true, run: () => {} };
    });
}

/** The wires of a node, to cut. */
export function listCuts(context: ActionContext, id: string): Command[] {
  const { documents } = context.stores;
  const { graph } = documents.getState().document;
  return graph.wires
    .filter(({ from, to }) => from === id || to === id)
    .map((wire) => ({
      ...wireLine(context, wire),
      run: () => documents.getState().dispatch([{ type: 'disconnect', wires: [wire.id] }]),
    }));
}

/** The wires that lead into a node, to put a layer into. */
export function listPlaces(context: ActionContext, id: string): Command[] {
  const { documents, views } = context.stores;
  return wiresInto(documents.getState().document.graph, id).map((wire) => ({
    ...wireLine(context, wire),
    run: () =>
      views.getState().set({ dialog: 'commands', asking: { what: 'insert', wire: wire.id } }),
  }));
}

function wireLine(
  { stores, t, words }: ActionContext,
  wire: { readonly id: string; readonly from: string; readonly to: string },
): Omit<Command, 'run'> {
  const { graph } = stores.documents.getState().document;
  const name = (id: string): string => words(toldApart(graph, id, stores.catalogue));
  const title = t('canvas.wire', { from: name(wire.from), to: name(wire.to) });
  return { id: `wire ${wire.id}`, group: 'wires', title, names: [title] };
}
