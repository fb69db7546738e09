import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../compiler/resolve.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { Stage } from '../../engine/walk/stages.ts';
import type { TensorFacts } from '../../engine/walk/tensor-facts.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import type { WalkPicture } from './probe.ts';

/** Letters that weight tensors go by in formulas. */
const letters: Readonly<Record<string, string>> = {
  kernel: 'W',
  bias: 'b',
  gamma: 'γ',
  beta: 'β',
};

/** What a weight tensor is called in a formula. */
export const letterOf = (tensor: string): string => letters[tensor] ?? tensor;

/** What the nodes and the stops of a walk are called. */
export function useStageText() {
  const { t } = useTranslation();
  const words = useWords();
  const { layers } = useStores().catalogue;
  const nodes = useDocument(({ document }) => document.graph.nodes);
  return useMemo(() => {
    const nameFor = (id: string): string => {
      const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
      const kind = node && layers.get(node.kind);
      return node && kind ? words(nameOf(node, kind)) : id;
    };
    /** Two nodes of one name are told apart by their ids. */
    const titleOf = (id: string): string => {
      const name = nameFor(id);
      const isOne = Object.keys(nodes).filter((other) => nameFor(other) === name).length < 2;
      return isOne ? name : `${name} (${id})`;
    };
    const stageTitle = (stage: Stage, tensor = ''): string => {
      switch (stage.type) {
        case 'value':
          return t('updateWalk.stage.value', { name: titleOf(stage.node) });
        case 'cost':
          return t('updateWalk.stage.cost');
        case 'slope': {
          const ends = { from: titleOf(stage.from), to: titleOf(stage.to) };
          const fromLoss = layers.get(nodes[stage.to]?.kind ?? '')?.role === 'objective';
          return t(fromLoss ? 'updateWalk.stage.answer' : 'updateWalk.stage.slope', ends);
        }
        case 'weight':
        case 'update':
          return t(`updateWalk.stage.${stage.type}`, { name: titleOf(stage.node), tensor });
        case 'done':
          return t('updateWalk.stage.done');
        default:
          return assertNever(stage);
      }
    };
    return { titleOf, stageTitle };
  }, [t, words, layers, nodes]);
}

/** The tensor that a stop is about; the loss has none. */
export function tensorOf(
  { values, gradients, weights }: WalkPicture,
  stage: Stage,
): TensorFacts | undefined {
  switch (stage.type) {
    case 'value':
      return values[stage.node];
    case 'slope':
      return gradients[stage.from];
    case 'weight':
      return weights[stage.node]?.[stage.tensor]?.gradient;
    case 'update': {
      const facts = weights[stage.node]?.[stage.tensor];
      return facts?.after ?? facts?.values;
    }
    case 'cost':
    case 'done':
      return undefined;
    default:
      return assertNever(stage);
  }
}

/** So many numbers are said one by one. */
const SAID = 8;

/** The numbers of a stop in one line: each of few, the range of many. */
export function numbersText(picture: WalkPicture, stage: Stage): string {
  if (stage.type === 'cost') return formatTerm(picture.loss);
  const facts = tensorOf(picture, stage);
  if (!facts) return '';
  const { numbers, count, min, max } = facts;
  if (numbers && count <= SAID) return Array.from(numbers, formatTerm).join(', ');
  return `${formatTerm(min)} … ${formatTerm(max)}`;
}

/** Whether two stops are the same. */
export const sameStage = (a: Stage, b: Stage): boolean => JSON.stringify(a) === JSON.stringify(b);
