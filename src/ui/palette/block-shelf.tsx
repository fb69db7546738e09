import { Layers, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fragment, parseFragment, parseFragmentText } from '../../document/fragment.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useOwnBlocks, useStores } from '../../state/stores.ts';
import { plain } from '../commands/rank.ts';
import { useBlocks } from '../edit/use-blocks.ts';
import { IconButton } from '../kit/button.tsx';
import { useCarry } from './use-carry.ts';

const files = import.meta.glob<unknown>('../../../presets/blocks/*.json', { import: 'default' });

/** Blocks that come with the page, and the person's own, to drag onto the canvas or to add by press. */
export function BlockShelf({ query }: { query: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const { ownBlocks } = useStores();
  const texts = useOwnBlocks(({ blocks }) => blocks);
  // What cannot be read is kept, and left out.
  const own = useMemo(
    () =>
      texts.flatMap(({ id, text }) => {
        const parsed = parseFragmentText(text);
        return parsed.ok ? [{ id, fragment: parsed.value }] : [];
      }),
    [texts],
  );
  const [examples, setExamples] = useState<readonly Fragment[]>([]);
  useEffect(() => {
    let isGone = false;
    void Promise.all(Object.values(files).map((load) => load())).then((values) => {
      if (isGone) return;
      setExamples(
        values.flatMap((value) => {
          const parsed = parseFragment(value);
          return parsed.ok ? [parsed.value] : [];
        }),
      );
    });
    return () => {
      isGone = true;
    };
  }, []);
  const answers = ({ title = '' }: Fragment): boolean =>
    (typeof title === 'string' ? [title] : [title.en, title.ko]).some((name) =>
      plain(name).includes(plain(query)),
    );
  const shown = examples.filter(answers);
  const kept = own.filter(({ fragment }) => answers(fragment));
  return (
    <>
      {shown.length > 0 ? (
        <Shelf title={t('blocks.examples')}>
          {shown.map((fragment) => (
            <Item key={words(fragment.title ?? '')} fragment={fragment} />
          ))}
        </Shelf>
      ) : null}
      {kept.length > 0 ? (
        <Shelf title={t('blocks.own')}>
          {kept.map(({ id, fragment }) => (
            <div key={id} className="flex items-center">
              <Item fragment={fragment} />
              <IconButton
                label={t('blocks.forget', { name: words(fragment.title ?? '') })}
                onClick={() => ownBlocks.getState().forget(id)}
              >
                <Trash2 size={13} aria-hidden />
              </IconButton>
            </div>
          ))}
        </Shelf>
      ) : null}
    </>
  );
}

function Shelf({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mx-1.5 mt-3 mb-1 text-[13px] font-medium text-ink-3">{title}</h2>
      {children}
    </section>
  );
}

/** One block: drag it to the canvas, or press it. */
function Item({ fragment }: { fragment: Fragment }) {
  const { t } = useTranslation();
  const words = useWords();
  const { addAfter, drop, fits } = useBlocks();
  const name = words(fragment.title ?? '');
  const carry = useCarry({
    what: { name },
    fits,
    press: () => addAfter(fragment),
    drop: (client, wire) => drop(fragment, client, wire),
  });
  return (
    <button
      type="button"
      aria-label={t('palette.add', { name })}
      title={fragment.about ? words(fragment.about) : undefined}
      {...carry}
      className="flex h-9 w-full min-w-0 pointer-coarse:h-11 cursor-grab touch-pan-y items-center gap-2.5 rounded-lg px-2 text-left select-none hover:bg-surface-2"
    >
      <span className="grid size-[22px] shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
        <Layers size={13} aria-hidden />
      </span>
      <span className="truncate">{name}</span>
    </button>
  );
}
