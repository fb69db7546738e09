import { CopyPlus, Group, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { Button } from '../kit/button.tsx';

/** Several nodes, and what can be done with them together. */
export function SelectionPanel() {
  const { t } = useTranslation();
  const perform = usePerform();
  const { nodes } = useView((view) => view.selection);
  return (
    <div className="px-3.5 py-2">
      <p className="text-ink-2">{t('inspector.many', { count: nodes.length })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="outline" onClick={() => perform('group', nodes[0])}>
          <Group size={14} aria-hidden />
          {t('blocks.group')}
        </Button>
        <Button look="outline" onClick={() => perform('duplicate', nodes[0])}>
          <CopyPlus size={14} aria-hidden />
          {t('parts.duplicate')}
        </Button>
        <Button look="outline" onClick={() => perform('remove', nodes[0])}>
          <Trash2 size={14} aria-hidden />
          {t('blocks.removeAll')}
        </Button>
      </div>
    </div>
  );
}
