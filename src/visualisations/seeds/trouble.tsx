import { useTranslation } from 'react-i18next';
import type { SeedTrouble } from '../../state/seeds/study.ts';
import { formatCount } from '../../ui/kit/format.ts';

/** Why starts were not trained, or not to the end, in words; `quiet` where others tell that there is trouble. */
export function Trouble({ trouble, quiet = false }: { trouble: SeedTrouble; quiet?: boolean }) {
  const { t } = useTranslation();
  const text =
    trouble.code === 'long'
      ? t('seeds.troubleLong', { hours: formatCount(Math.ceil(trouble.hours)) })
      : trouble.code === 'failed'
        ? t('seeds.troubleFailed', { detail: trouble.detail })
        : t(trouble.code === 'lost' ? 'seeds.troubleLost' : 'seeds.troubleProblem');
  return (
    <p {...(quiet ? {} : { role: 'alert' })} className="text-[13px] text-bad">
      {text}
    </p>
  );
}
