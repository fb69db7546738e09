import { useTranslation } from 'react-i18next';
import { useWords } from '../../../i18n/use-words.ts';
import type { Refusal } from '../../edit/plan-connection.ts';
import { tellRefusal } from '../../edit/tell-refusal.ts';
import { PointerNote } from './pointer-note.tsx';

/** Why a wire is refused, beside a point of the screen. */
export function RefusalNote({ refusal, x, y }: { refusal: Refusal; x: number; y: number }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <PointerNote at={{ x, y }} wrong testId="refusal">
      {tellRefusal(t, words, refusal)}
    </PointerNote>
  );
}
