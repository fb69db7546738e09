import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShape } from '../../core/shape.ts';
import { printShape } from '../../core/tensor/print-tensor.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { FamilyIcon } from '../palette/family-icon.tsx';
import { useProblemText } from '../problems/use-problem-text.ts';
import type { Verdict } from './judge-kinds.ts';
import { tellRefusal } from './tell-refusal.ts';

const groups = [
  { title: 'fits', types: ['fits'] },
  { title: 'flawed', types: ['flawed', 'cuts'] },
  { title: 'refused', types: ['refused'] },
] as const;

/** The kinds of a list, those that fit first, with the reason where one does not. */
export function KindOptions({
  id,
  label,
  verdicts,
  searched,
  active,
  nameOf,
  onHover,
  onChoose,
}: {
  id: string;
  label: string;
  verdicts: readonly Verdict[];
  /** Whether these are the answers to what was typed: then each says its own reason. */
  searched: boolean;
  active: string | undefined;
  nameOf: (kind: LayerKind) => string;
  onHover: (kind: LayerKind) => void;
  onChoose: (kind: LayerKind) => void;
}) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!active) return;
    const option = list.current?.querySelector('[aria-selected="true"]');
    option?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const explain = useReason();
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="min-h-0 overflow-y-auto">
      {groups.map(({ title, types }) => {
        const all = verdicts.filter(({ type }) => types.some((each) => each === type));
        // Dozens of steps of calculations are refused for one reason, which is said once.
        const members = all.filter((verdict) => searched || !isMixed(verdict));
        if (all.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
          <div
            key={title}
            role="group"
            aria-labelledby={`${id}-${title}`}
            className="px-1.5 pb-1.5"
          >
            <p id={`${id}-${title}`} className="mx-1.5 mt-1.5 mb-0.5 text-[13px] text-ink-3">
              {t(`kindList.${title}`)}
            </p>
            {members.map((verdict) => {
              const { kind, type } = verdict;
              const refused = type === 'refused';
              const reason = explain(verdict);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the search above has the keys
                <div
                  key={kind.kind}
                  id={`${id}-${kind.kind}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={kind.kind === active}
                  aria-disabled={refused}
                  data-kind={kind.kind}
                  onPointerMove={() => {
                    if (!refused && kind.kind !== active) onHover(kind);
                  }}
                  onClick={() => {
                    if (!refused) onChoose(kind);
                  }}
                  className={`flex min-h-8 items-start gap-2.5 rounded-lg px-1.5 py-1 pointer-coarse:min-h-11 ${refused ? 'cursor-default' : 'cursor-pointer'} ${kind.kind === active ? 'bg-accent-soft' : ''}`}
                >
                  <FamilyIcon family={kind.family} />
                  <span className="min-w-0 flex-1">
                    <span className={refused ? 'text-ink-2' : ''}>{nameOf(kind)}</span>
                    {reason ? (
                      <span className="block text-[13px] leading-snug text-ink-2">{reason}</span>
                    ) : null}
                  </span>
                  {type === 'fits' && verdict.output ? (
                    <span className="num pt-0.5 text-[13px] text-ink-3">
                      {(kind.role === 'calculation' ? printShape : formatShape)(verdict.output)}
                    </span>
                  ) : null}
                </div>
              );
            })}
            {members.length < all.length ? (
              <p className="mx-1.5 text-[13px] leading-snug text-ink-2">{t('kindList.mixed')}</p>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

const isMixed = (verdict: Verdict): boolean =>
  verdict.type === 'refused' && verdict.refusal.code === 'mixed';

/** Says why a kind does not fit. */
function useReason(): (verdict: Verdict) => string | undefined {
  const { t } = useTranslation();
  const words = useWords();
  const { explain } = useProblemText();
  return (verdict) => {
    if (verdict.type === 'flawed') return explain(verdict.problem);
    if (verdict.type === 'cuts') return t('kindList.cuts', { count: verdict.count });
    if (verdict.type === 'fits') return undefined;
    return tellRefusal(t, words, verdict.refusal);
  };
}
