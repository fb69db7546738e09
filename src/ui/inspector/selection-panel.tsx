import { CopyPlus, Group, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { groupSelection } from '../edit/blocks.ts';
import { duplicateSelection, removeParts } from '../edit/parts.ts';
import { Button } from '../kit/button.tsx';

/** Several nodes, and what can be done with them together. */
export function SelectionPanel() {
  const { t } = useTranslation();
  const stores = useStores();
  const { nodes } = useView((view) => view.selection);
  return (
    <div className="px-3.5 py-2">
      <p className="text-ink-2">{t('inspector.many', { count: nodes.length })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="outline" onClick={() => groupSelection(stores, t)}>
          <Group size={14} aria-hidden />
          {t('blocks.group')}
        </Button>
        <Button look="outline" onClick={() => duplicateSelection(stores, t)}>
          <CopyPlus size={14} aria-hidden />
          {t('parts.duplicate')}
        </Button>
        <Button look="outline" onClick={() => removeParts(stores)}>
          <Trash2 size={14} aria-hidden />
          {t('blocks.removeAll')}
        </Button>
      </div>
    </div>
  );
}
