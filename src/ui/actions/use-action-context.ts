import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { useStores } from '../../state/stores.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useFiles } from '../files/use-files.ts';
import { useRunActions } from '../train/use-run-actions.ts';
import type { ActionContext } from './action.ts';

/** What actions work with, here and now. */
export function useActionContext(): ActionContext {
  const stores = useStores();
  const flow = useReactFlow();
  const { t } = useTranslation();
  const words = useWords();
  const files = useFiles();
  const edit = useEdit();
  const training = useRunActions();
  return useMemo(
    () => ({ stores, flow, t, words, files, edit, training }),
    [stores, flow, t, words, files, edit, training],
  );
}
