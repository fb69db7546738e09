import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { fileNameOf, saveBlob } from './save-blob.ts';
import { drawingIn, svgOf } from './vector-picture.ts';

/** Saves the picture that it stands in as PNG, and as SVG where it is drawn in lines. */
export function SavePicture() {
  const { t } = useTranslation();
  const words = useWords();
  const { views } = useStores();
  const title = useDocument(({ document }) => document.meta.title);
  const button = useRef<HTMLButtonElement>(null);
  const [isVector, setVector] = useState(false);

  const save = async (ending: 'png' | 'svg'): Promise<void> => {
    const section = button.current?.closest('section');
    if (!section) return;
    const what = section.getAttribute('aria-label') ?? '';
    try {
      const blob =
        ending === 'png'
          ? await (await import('./picture-png.ts')).pngOf(section)
          : await svgOf(section);
      saveBlob(blob, fileNameOf([words(title), what], ending));
    } catch {
      views.getState().notify({ tone: 'bad', text: t('share.noPicture') });
    }
  };

  return (
    <DropdownMenu.Root
      onOpenChange={(open) => {
        const section = button.current?.closest('section');
        if (open && section) setVector(drawingIn(section) !== undefined);
      }}
    >
      <DropdownMenu.Trigger asChild>
        <button
          ref={button}
          type="button"
          data-save
          aria-label={t('share.savePicture')}
          title={t('share.savePicture')}
          className="relative -my-1 inline-flex size-7 shrink-0 items-center justify-center rounded-lg text-ink-3 after:absolute after:-inset-1 hover:bg-surface-2 hover:text-ink pointer-coarse:after:-inset-2"
        >
          <Download size={14} aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-50 min-w-40 rounded-lg border border-line bg-surface p-1 shadow-card"
        >
          <Item onSelect={() => void save('png')}>{t('share.asPng')}</Item>
          {isVector ? <Item onSelect={() => void save('svg')}>{t('share.asSvg')}</Item> : null}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ onSelect, children }: { onSelect: () => void; children: string }) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center rounded px-2.5 outline-none data-highlighted:bg-surface-2 data-highlighted:text-ink pointer-coarse:min-h-11"
    >
      {children}
    </DropdownMenu.Item>
  );
}
