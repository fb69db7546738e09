import { Crosshair, Wand2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../lessons/card.ts';
import { useStores, useStudy } from '../../state/stores.ts';
import { Button } from '../kit/button.tsx';
import { Choices } from './choices.tsx';
import { findTarget, openTarget, scrollToTarget } from './show-target.ts';
import { StillMissing } from './still-missing.tsx';
import type { CardAction } from './use-card-action.ts';
import type { Standing } from './use-standing.ts';

/** What a card asks of the person, how far that is, and where on the page it is done. */
export function CardSide({
  lesson,
  index,
  card,
  chosen,
  standing,
  action,
}: {
  lesson: string;
  index: number;
  card: Card;
  chosen: number | undefined;
  standing: Standing;
  action: CardAction;
}) {
  const { t } = useTranslation();
  const { views, study, documents } = useStores();
  const presenting = useStudy((state) => state.presenting);
  const { point } = card;

  /** Goes to what the card points at, with the focus too. */
  function goThere(): void {
    if (!point) return;
    openTarget(point, views);
    requestAnimationFrame(() => {
      scrollToTarget(point, { documents });
      const found = findTarget(point, { documents });
      const inner = found?.matches('button, input, select, [tabindex]')
        ? found
        : found?.querySelector('button, input, select, [tabindex="0"]');
      if (inner instanceof HTMLElement) inner.focus({ preventScroll: true });
    });
  }

  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      {card.asks === 'predict' ? (
        <Choices
          choices={card.choices}
          chosen={chosen}
          onChoose={(choice) => study.getState().choose(lesson, index, choice)}
        />
      ) : null}
      {card.until ? <StillMissing lesson={lesson} index={index} standing={standing} /> : null}
      {presenting ? null : (
        <span className="flex flex-wrap gap-x-3">
          {point ? (
            <Button look="link" onClick={goThere}>
              <Crosshair size={14} aria-hidden className="mr-1" />
              {t('card.showPlace')}
            </Button>
          ) : null}
          {action.name === 'make' ? (
            <Button look="link" onClick={action.run}>
              <Wand2 size={14} aria-hidden className="mr-1" />
              {t('card.doIt')}
            </Button>
          ) : null}
        </span>
      )}
    </div>
  );
}
