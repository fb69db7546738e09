import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeptImages, listImages, removeImages } from '../../state/image-store.ts';
import { useImports } from '../../state/stores.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { formatCount } from '../kit/format.ts';
import { useOwnImages } from './use-own-images.ts';

/** The sets of images that this browser keeps, to take up again or to make room. */
export function KeptImagesList() {
  const { t } = useTranslation();
  const { use } = useOwnImages();
  const [kept, setKept] = useState<readonly KeptImages[]>([]);
  const reading = useImports((state) => state.share !== undefined);
  // What was read just now is there once reading has ended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` tells when to look again
  useEffect(() => {
    void listImages().then(setKept);
  }, [reading]);
  if (kept.length === 0) return null;
  return (
    <section aria-label={t('reading.kept')} className="w-full">
      <h3 className="text-[13px] text-ink-3">{t('reading.kept')}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {kept.map(({ stored, bytes }) => (
          <li key={stored.key} className="flex items-center gap-1">
            <Button look="link" onClick={() => use(stored)}>
              <span className="block max-w-36 truncate">{stored.title}</span>
            </Button>
            <span className="num ml-auto text-[13px] text-ink-3">
              {t('reading.megabytes', { count: formatCount(Math.max(1, Math.round(bytes / 1e6))) })}
            </span>
            <IconButton
              label={t('reading.remove', { title: stored.title })}
              onClick={() => {
                setKept(kept.filter((each) => each.stored.key !== stored.key));
                void removeImages(stored.key);
              }}
            >
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
