import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { blockMadeOf, blockOf, gatesOf } from '../../document/block-queries.ts';
import { type Fragment, fragmentOf, printFragment } from '../../document/fragment.ts';
import { MAX_NODES, MAX_WIRES, type Position } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import { MAX_OWN_BLOCKS } from '../../state/own-blocks.ts';
import { useStores } from '../../state/stores.ts';
import { centredAt } from './node-boxes.ts';
import { type BlockPlace, endOfSelection, planBlock } from './plan-block.ts';

/** Keeps blocks for reuse and puts kept ones onto the canvas. */
export function useBlocks() {
  const { documents, views, catalogue, ownBlocks } = useStores();
  const { screenToFlowPosition } = useReactFlow();
  const { t } = useTranslation();
  const words = useWords();
  const toCanvas = (x: number, y: number): Position => centredAt(screenToFlowPosition({ x, y }));

  function add(kept: Fragment, place: BlockPlace): void {
    const { document, usedIds, dispatch } = documents.getState();
    const { select, set, notify } = views.getState();
    const plan = planBlock(document, usedIds, kept, words(kept.title ?? ''), place);
    if (!plan) {
      notify({ tone: 'bad', text: t('parts.noRoom', { max: MAX_NODES, wires: MAX_WIRES }) });
      return;
    }
    const { ids, commands } = plan;
    dispatch(commands);
    select(ids);
    set({ focus: { nodes: ids } });
  }

  return {
    /** Whether a block can stand in the middle of a wire. */
    fits: (wire: string | undefined): boolean => {
      const { graph } = documents.getState().document;
      const found = graph.wires.find(({ id }) => id === wire);
      const kind = found && catalogue.layers.get(graph.nodes[found.from]?.kind ?? '');
      return kind !== undefined && kind.role !== 'calculation';
    },
    /** Adds a kept block where the pointer is, or into the wire below it. */
    drop: (kept: Fragment, client: Position, wire: string | undefined): void =>
      add(kept, wire === undefined ? { at: toCanvas(client.x, client.y) } : { wire }),
    /** Adds a kept block behind what is selected; without a selection it stands free. */
    addAfter: (kept: Fragment): void => {
      const { document } = documents.getState();
      const { nodes } = views.getState().selection;
      const after = endOfSelection(document, nodes, blockMadeOf(document, nodes));
      const kind = catalogue.layers.get(document.graph.nodes[after ?? '']?.kind ?? '');
      const leads = kind && kind.role !== 'objective' && kind.role !== 'calculation';
      if (after !== undefined && leads) {
        add(kept, { after });
        return;
      }
      const lowest = Math.max(0, ...Object.values(document.layout).map(({ y }) => y + 170));
      const left = Math.min(...Object.values(document.layout).map(({ x }) => x), 1e6);
      add(kept, { at: { x: left === 1e6 ? 0 : left, y: lowest } });
    },
    /** Keeps a block of this network for others. */
    keep: (id: string): void => {
      const { document } = documents.getState();
      const block = blockOf(document, id);
      if (!block) return;
      const { inputs, outputs } = gatesOf(document.graph, block.nodes);
      const fragment = fragmentOf({ ...document, blocks: undefined }, block.nodes);
      const [output, ...others] = outputs;
      const failure = ownBlocks.getState().keep(
        printFragment({
          ...fragment,
          title: block.name,
          inputs: inputs.slice(0, 64),
          ...(output !== undefined && others.length === 0 && { output }),
        }),
      );
      const { notify } = views.getState();
      if (failure === undefined)
        notify({ tone: 'info', text: t('blocks.kept', { name: block.name }) });
      else if (failure === 'full') {
        notify({ tone: 'bad', text: t('blocks.keptFull', { max: MAX_OWN_BLOCKS }) });
      } else notify({ tone: 'bad', text: t('blocks.keptNot', failure) });
    },
  };
}
