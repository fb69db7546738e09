import { useTranslation } from 'react-i18next';
import type { StepName } from '../../document/step-name.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStores } from '../../state/stores.ts';
import { stepText } from './step-text.ts';

/** Tells steps of the history in the language on screen. */
export function useStepText(): (step: StepName) => string {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue } = useStores();
  return (step) => stepText(step, t, words, catalogue);
}
