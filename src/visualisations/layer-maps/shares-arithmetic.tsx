import { useTranslation } from 'react-i18next';
import { formatShare, formatTerm } from '../../ui/kit/format.ts';
import { useClassName } from '../use-class-name.ts';
import type { TensorPicture } from './probe.ts';

/** Softmax written out: each logit, its exponential, the sum of all, the share. */
export function SharesArithmetic({ input }: { input: TensorPicture }) {
  const { t } = useTranslation();
  const nameOf = useClassName();
  // The largest is taken off first, as layers do it: the shares stay the same, and nothing overflows.
  const top = input.values.reduce((most, z) => Math.max(most, z), Number.NEGATIVE_INFINITY);
  const exponentials = Array.from(input.values, (z) => Math.exp(z - top));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return (
    <table className="num self-start text-right text-[13px]" data-testid="shares" data-sum={sum}>
      <thead className="text-ink-3">
        <tr>
          <th className="px-3 font-normal">{t('look.class')}</th>
          <th className="px-3 font-normal">z</th>
          <th className="px-3 font-normal">e^(z − max)</th>
          <th className="px-3 font-normal">{t('look.share')}</th>
        </tr>
      </thead>
      <tbody>
        {exponentials.map((value, cls) => (
          <tr key={cls} className="border-t border-line">
            <td className="px-3 text-ink-3">{nameOf(cls)}</td>
            <td className="px-3">{formatTerm(input.values[cls] ?? 0)}</td>
            <td className="px-3">{formatTerm(value)}</td>
            <td className="px-3">{formatShare(value / sum)}</td>
          </tr>
        ))}
        <tr className="border-t border-line-strong font-semibold">
          <td className="px-3">Σ</td>
          <td />
          <td className="px-3">{formatTerm(sum)}</td>
          <td className="px-3">100 %</td>
        </tr>
      </tbody>
    </table>
  );
}
