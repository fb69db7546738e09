import { Panel, useReactFlow } from '@xyflow/react';
import {
  ArrowDown,
  ArrowRight,
  ChartNoAxesColumn,
  ListTree,
  Maximize,
  Minus,
  Plus,
  SquareDashed,
} from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { flowOf } from '../../../document/arranging.ts';
import { useDocument, useStores, useView } from '../../../state/stores.ts';
import { usePerform } from '../../actions/use-perform.ts';
import { IconButton } from '../../kit/button.tsx';

/** Zoom, fit, and the direction in which the drawing is read. */
export const ViewControls = memo(function ViewControls() {
  const { t } = useTranslation();
  const flow = useDocument(({ document }) => flowOf(document));
  const locked = useDocument((state) => state.locked);
  const { views } = useStores();
  const boxSelect = useView((view) => view.boxSelect);
  const spread = useView((view) => view.spread);
  const perform = usePerform();
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <Panel position="bottom-left" className="!m-3 [@media(max-height:480px)]:!m-1">
      <div
        role="toolbar"
        aria-label={t('canvas.controls')}
        className="flex rounded-lg border border-line bg-surface shadow-card"
      >
        <IconButton label={t('canvas.zoomIn')} onClick={() => void zoomIn()}>
          <Plus size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('canvas.zoomOut')} onClick={() => void zoomOut()}>
          <Minus size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('canvas.fit')} onClick={() => perform('fit')}>
          <Maximize size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={t('outline.title')}
          onClick={() => views.getState().set({ outline: true })}
        >
          <ListTree size={15} aria-hidden />
        </IconButton>
        <IconButton
          label={t('spread.show')}
          aria-pressed={spread}
          onClick={() => perform('spread')}
        >
          <ChartNoAxesColumn size={15} aria-hidden />
        </IconButton>
        {locked ? null : (
          <IconButton
            label={t('parts.boxSelect')}
            data-always
            aria-pressed={boxSelect}
            onClick={() => views.getState().set({ boxSelect: !boxSelect })}
          >
            <SquareDashed size={14} aria-hidden />
          </IconButton>
        )}
        {locked ? null : (
          <IconButton
            label={t(flow === 'right' ? 'arrange.tidyDown' : 'arrange.tidyRight')}
            onClick={() => perform(flow === 'right' ? 'tidy-down' : 'tidy-right')}
          >
            {flow === 'right' ? (
              <ArrowDown size={15} aria-hidden />
            ) : (
              <ArrowRight size={15} aria-hidden />
            )}
          </IconButton>
        )}
      </div>
    </Panel>
  );
});
