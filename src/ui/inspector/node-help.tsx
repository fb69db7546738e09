import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { Section } from '../kit/section.tsx';

/** What a kind does, its formula and its shape rule. */
export const NodeHelp = memo(function NodeHelp({ kind }: { kind: LayerKind }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Section title={t('inspector.help')}>
      <p>{words(kind.help.what)}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5">
        <dt className="text-ink-3">{t('inspector.formula')}</dt>
        <dd className="num text-[13px] whitespace-pre-line">{kind.help.formula}</dd>
        <dt className="text-ink-3">{t('inspector.rule')}</dt>
        <dd className="text-ink-2">{words(kind.help.rule)}</dd>
      </dl>
    </Section>
  );
});
