import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../kit/button.tsx';
import { formatCount } from '../kit/format.ts';

/** Something of a person's that this browser keeps. */
export interface KeptItem {
  readonly key: string;
  readonly title: string;
  readonly bytes: number;
}

/** What this browser keeps, to take up again or to make room. */
export function KeptList<T extends KeptItem>({
  items,
  onUse,
  onRemove,
}: {
  items: readonly T[];
  onUse: (item: T) => void;
  onRemove: (item: T) => void;
}) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section aria-label={t('reading.kept')} className="w-full">
      <h3 className="text-[13px] text-ink-3">{t('reading.kept')}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {items.map((item) => (
          <li key={item.key} className="flex items-center gap-1">
            <Button look="link" onClick={() => onUse(item)}>
              <span className="block max-w-36 truncate">{item.title}</span>
            </Button>
            <span className="num ml-auto text-[13px] text-ink-3">
              {t('reading.megabytes', {
                count: formatCount(Math.max(1, Math.round(item.bytes / 1e6))),
              })}
            </span>
            <IconButton
              label={t('reading.remove', { title: item.title })}
              onClick={() => onRemove(item)}
            >
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
