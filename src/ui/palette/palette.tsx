import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { families } from '../../layers/define-layer.ts';
import { useStores } from '../../state/stores.ts';
import { useEdit } from '../edit/use-edit.ts';
import { PaletteItem } from './palette-item.tsx';
import { search } from './search.ts';

const BlockShelf = lazy(async () => ({
  default: (await import('./block-shelf.tsx')).BlockShelf,
}));

/** All kinds of nodes, to drag onto the canvas or to add by press; Enter in the search adds the first. */
export function Palette() {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue } = useStores();
  const { addAfter } = useEdit();
  const [query, setQuery] = useState('');
  const found = search(catalogue.layers.values(), query);
  // The group of what Enter would add comes first.
  const groups = query === '' ? families : [...new Set(found.map((kind) => kind.family))];
  return (
    <div className="px-2.5 pb-5">
      <input
        type="search"
        aria-label={t('palette.search')}
        placeholder={t('palette.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return;
          addAfter(first);
          setQuery('');
        }}
        className="h-9 w-full rounded-lg border border-line bg-surface px-2.5 text-ink placeholder:text-ink-3"
      />
      {found.length === 0 ? (
        <p className="mt-3 px-1.5 text-ink-2">{t('palette.none', { query })}</p>
      ) : null}
      {groups.map((family) => {
        const members = found.filter((kind) => kind.family === family);
        if (members.length === 0) return null;
        return (
          <section key={family} aria-label={t(`family.${family}`)}>
            <h2 className="mx-1.5 mt-3 mb-1 text-[13px] font-medium text-ink-3">
              {t(`family.${family}`)}
            </h2>
            {members.map((kind) => (
              <PaletteItem key={kind.kind} kind={kind} title={words(kind.title)} />
            ))}
          </section>
        );
      })}
      <Suspense fallback={null}>
        <BlockShelf query={query} />
      </Suspense>
      <p className="mx-1.5 mt-4 text-[13px] text-ink-3">{t('palette.hint')}</p>
    </div>
  );
}
