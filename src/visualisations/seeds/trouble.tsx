import { useTranslation } from 'react-i18next';
import type { SeedTrouble } from '../../state/seeds/study.ts';
import { formatCount } from '../../ui/kit/format.ts';

/** Why starts were not trained, or not to the end, in words. */
export function Trouble({ trouble }: { trouble: SeedTrouble }) {
  const { t } = useTranslation();
  const text =
    trouble.code === 'long'
      ? t('seeds.troubleLong', { hours: formatCount(Math.ceil(trouble.hours)) })
      : trouble.code === 'failed'
        ? t('seeds.troubleFailed', { detail: trouble.detail })
        : t(trouble.code === 'lost' ? 'seeds.troubleLost' : 'seeds.troubleProblem');
  return (
    <p role="alert" className="text-[13px] text-bad">
      {text}
    </p>
  );
}
