import { useTranslation } from 'react-i18next';
import { useDocument } from '../../state/stores.ts';
import type { Asking } from '../../state/view-store.ts';

/** What the list of commands is open for, in words: “Add after Dense”. */
export function useAskingText(
  name: (id: string) => string,
): (asking: Asking | undefined) => string {
  const { t } = useTranslation();
  const wires = useDocument(({ document }) => document.graph.wires);
  return (asking) => {
    if (!asking) return t('commands.title');
    switch (asking.what) {
      case 'free':
        return t('build.after');
      case 'insert': {
        const wire = wires.find(({ id }) => id === asking.wire);
        return t('commands.insert', { from: name(wire?.from ?? ''), to: name(wire?.to ?? '') });
      }
      default:
        return t(`commands.${asking.what}`, { name: name(asking.node) });
    }
  };
}
