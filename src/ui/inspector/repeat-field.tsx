import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../document/commands.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { cardId } from '../canvas/nodes/folded.ts';
import { planRepeat, type RepeatRefusal } from '../edit/plan-repeat.ts';
import { Button } from '../kit/button.tsx';
import { Field } from '../kit/field.tsx';
import { NumberInput } from '../kit/number-input.tsx';
import { Section } from '../kit/section.tsx';
import { useProblemText } from '../problems/use-problem-text.ts';

/** Most copies in series that are made at once. */
const MOST = 50;

/** Repeats a block in series, and parts it from its twins. */
export function RepeatField({ id }: { id: string }) {
  const { t } = useTranslation();
  const { documents, catalogue } = useStores();
  const perform = usePerform();
  const dispatch = (commands: readonly Command[]): void =>
    perform({ run: () => documents.getState().dispatch(commands) }, cardId(id));
  const { explain } = useProblemText();
  const [times, setTimes] = useState(3);
  const [refusal, setRefusal] = useState<string>();
  const twins = useDocument(({ document: { blocks = {} } }) => {
    const set = blocks[id]?.twins;
    return set === undefined
      ? 0
      : Object.values(blocks).filter((each) => each.twins === set).length;
  });

  function words(refused: RepeatRefusal): string {
    if (refused.code === 'fit') {
      return t('blocks.notRepeated.fit', { reason: explain(refused.problem) });
    }
    return t(`blocks.notRepeated.${refused.code}`, { ...refused });
  }

  function repeat(): void {
    const { document, usedIds } = documents.getState();
    const name = document.blocks?.[id]?.name ?? '';
    const plan = planRepeat(document, usedIds, catalogue, id, times, (number) =>
      t('blocks.copyName', { name, number }),
    );
    setRefusal(plan.ok ? undefined : words(plan.error));
    if (plan.ok) dispatch(plan.value);
  }

  return (
    <Section title={t('blocks.repeat')}>
      <p className="text-ink-2">{t('blocks.repeatHint')}</p>
      <Field label={t('blocks.repeat')} message={refusal}>
        {({ id: field, describedBy }) => (
          <span className="flex items-center gap-2">
            <NumberInput
              id={field}
              describedBy={describedBy}
              value={times}
              min={2}
              max={MOST}
              whole
              stepper
              onChange={setTimes}
            />
            <Button look="outline" onClick={repeat}>
              {t('blocks.repeatIt', { times })}
            </Button>
          </span>
        )}
      </Field>
      {twins > 1 ? (
        <div className="mt-1.5">
          <p className="mb-2 text-ink-2">{t('blocks.twins', { count: twins })}</p>
          <Button look="outline" onClick={() => dispatch([{ type: 'partBlock', id }])}>
            {t('blocks.part')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
