import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { useStores, useView } from '../../state/stores.ts';
import { FamilyIcon } from './family-icon.tsx';

/** The layer that is being carried, under the pointer, and what letting go would do. */
export function CarriedGhost() {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue } = useStores();
  const [carried, dropWire] = useView((view) => [view.carried, view.dropWire] as const);
  if (!carried) return null;
  const kind = catalogue.layers.get(carried.kind ?? '');
  const name = carried.name ?? (kind ? words(kind.title) : '');
  return (
    <div
      className="pointer-events-none fixed z-50 flex items-center gap-2.5 rounded-card border border-accent bg-surface px-3 py-2 shadow-card"
      style={{ left: carried.x + 8, top: carried.y + 8 }}
    >
      {kind ? <FamilyIcon family={kind.family} /> : null}
      {dropWire ? t('canvas.dropInsert', { name }) : name}
    </div>
  );
}
