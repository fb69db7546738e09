import { useTranslation } from 'react-i18next';
import { useStudy } from '../../state/stores.ts';
import { CardPlace } from './card-place.tsx';
import { StripSpace } from './strip-space.tsx';
import { useLesson } from './use-lesson.ts';
import { useSeen } from './use-seen.ts';

/** The lesson's cards, one at a time, below the canvas. */
export function CardStrip() {
  const { t } = useTranslation();
  const [unfolded, presenting] = useStudy((study) => [study.unfolded, study.presenting] as const);
  const lesson = useLesson();
  useSeen();
  if (lesson === undefined) return <StripSpace unfolded={unfolded} presenting={presenting} />;
  if (lesson === 'failed') {
    return (
      <p role="alert" className="border-t border-line bg-surface px-4 py-3 text-bad">
        {t('card.failed')}
      </p>
    );
  }
  return <CardPlace key={lesson.id} lesson={lesson} />;
}
