import type { Training } from '../../document/training-schema.ts';
import { useDispatch, useDocument } from '../../state/stores.ts';

/** The training settings and how to change some of them; typing in one field is one step back. */
export function useTraining(): [Training, (change: Partial<Training>) => void] {
  const dispatch = useDispatch();
  const training = useDocument(({ document }) => document.training);
  return [
    training,
    (change) =>
      dispatch(
        [{ type: 'setTraining', training: change }],
        `training ${Object.keys(change).join(' ')}`,
      ),
  ];
}
