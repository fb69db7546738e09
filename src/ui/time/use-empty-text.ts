import { useTranslation } from 'react-i18next';
import { fitsRecording } from '../../engine/recording/room.ts';
import { useCompilation } from '../../state/stores.ts';

/** What stands in the place of the bar of time while nothing is recorded: that something will be, or why not. */
export function useEmptyText(): string {
  const { t } = useTranslation();
  const isTooLarge = useCompilation(({ ir }) => ir !== undefined && !fitsRecording(ir));
  return t(isTooLarge ? 'time.tooLarge' : 'time.none');
}
