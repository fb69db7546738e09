import { Panel, useReactFlow } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../kit/button.tsx';
import { fitOptions } from './fit-options.ts';

/** Zoom and fit. */
export function ViewControls() {
  const { t } = useTranslation();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Panel position="bottom-left" className="!m-3">
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
        <IconButton label={t('canvas.fit')} onClick={() => void fitView(fitOptions)}>
          <Maximize size={14} aria-hidden />
        </IconButton>
      </div>
    </Panel>
  );
}
