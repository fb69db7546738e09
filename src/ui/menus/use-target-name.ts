import { useTranslation } from 'react-i18next';
import { blockOf } from '../../document/block-queries.ts';
import { notesOf } from '../../document/notes.ts';
import { useDocument } from '../../state/stores.ts';
import type { MenuTarget } from '../../state/view-store.ts';
import { blockOfCard } from '../canvas/nodes/folded.ts';
import { useDisplayName } from '../canvas/nodes/use-display-name.ts';
import { noteOf } from '../comments/comment-id.ts';

/** As much of a comment as names it, in characters. */
const SHORT = 60;

/** What a menu is called: by the name of its node or block, or by the words of its comment. */
export function useTargetName(): (target: MenuTarget) => string {
  const { t } = useTranslation();
  const name = useDisplayName();
  const document = useDocument((state) => state.document);
  return (target) => {
    if (target.type === 'note') {
      const text = notesOf(document)[noteOf(target.id) ?? '']?.text.trim().slice(0, SHORT);
      return t('menu.note', { text: text || t('outline.noText') });
    }
    if (target.type !== 'node') return t(`menu.${target.type}`);
    const block = blockOf(document, blockOfCard(target.id) ?? '');
    return t('menu.node', { name: block?.name ?? name(target.id) });
  };
}
