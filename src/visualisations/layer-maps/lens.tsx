import { X } from 'lucide-react';
import { useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShape } from '../../core/shape.ts';
import { useStores, useView } from '../../state/stores.ts';
import { IconButton } from '../../ui/kit/button.tsx';
import { SectionTools } from '../../ui/kit/section-tools.ts';
import { Switch } from '../../ui/kit/switch.tsx';
import { ImageLayer } from './image-layer.tsx';
import { RowLayer } from './row-layer.tsx';
import { useLayer } from './use-layer.ts';

/** One layer from the inside, over the canvas: its maps, its kernels, and the arithmetic behind every number. */
export function Lens({ id }: { id: string }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const layer = useLayer(id);
  const tools = useContext(SectionTools);
  const sharedScale = useView((view) => view.sharedScale);
  const [showsAfter, setShowsAfter] = useState(false);
  const place = useRef<HTMLElement>(null);
  const { picture, after, titleOf, network } = layer;
  const close = (): void => views.getState().set({ lens: undefined });
  const isThere = network !== undefined && (layer.node !== undefined || network.source.id === id);

  useEffect(() => {
    if (!isThere) views.getState().set({ lens: undefined });
  }, [isThere, views]);

  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      const within = event.target instanceof HTMLElement ? event.target.tagName : '';
      if (event.key !== 'Escape' || within === 'SELECT' || within === 'INPUT') return;
      views.getState().set({ lens: undefined });
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [views]);

  useEffect(() => {
    const before = document.activeElement;
    place.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const isImage = picture?.output.shape.length === 3;
  const title = titleOf(id);
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={t('look.title', { name: title })}
      data-testid="lens"
      className="absolute inset-2 z-20 flex flex-col overflow-hidden rounded-card border border-line bg-surface shadow-card"
    >
      <header className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3.5 py-1">
        <h2 className="font-semibold">
          {title}{' '}
          <span className="num font-normal text-ink-3">
            {picture ? formatShape(picture.output.shape) : ''}
          </span>
        </h2>
        {after !== undefined && picture?.after && isImage ? (
          <span className="flex items-center gap-1.5 text-[13px] text-ink-2">
            {t('look.after', { name: titleOf(after) })}
            <Switch
              label={t('look.after', { name: titleOf(after) })}
              checked={showsAfter}
              onChange={setShowsAfter}
            />
          </span>
        ) : null}
        {isImage ? (
          <span className="flex items-center gap-1.5 text-[13px] text-ink-2">
            {t('look.sharedScale')}
            <Switch
              label={t('look.sharedScale')}
              checked={sharedScale}
              onChange={(next) => views.getState().set({ sharedScale: next })}
            />
          </span>
        ) : null}
        <span className="ml-auto flex items-center gap-1">
          {tools}
          <IconButton label={t('look.close')} onClick={close}>
            <X size={16} aria-hidden />
          </IconButton>
        </span>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-3.5">
        {picture && isImage ? (
          <ImageLayer
            layer={layer}
            picture={picture}
            showsAfter={showsAfter}
            shared={sharedScale}
          />
        ) : picture ? (
          <RowLayer layer={layer} picture={picture} />
        ) : (
          <p className="text-ink-2">{t('look.waiting')}</p>
        )}
      </div>
    </section>
  );
}
