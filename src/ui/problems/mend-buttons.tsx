import type { Problem } from '../../compiler/problem.ts';
import { useDispatch, useStores } from '../../state/stores.ts';
import { Button } from '../kit/button.tsx';
import { useProblemText } from './use-problem-text.ts';

/** The one-click mends of a problem. */
export function MendButtons({ problem }: { problem: Problem }) {
  const dispatch = useDispatch();
  const { views } = useStores();
  const { offer } = useProblemText();
  return problem.fixes.map((fix, i) => (
    <Button
      key={`${fix.code} ${i}`}
      look="link"
      onClick={() => {
        dispatch(fix.changes);
        const added = fix.changes.flatMap((change) =>
          change.type === 'addNode' || change.type === 'insertOnWire' ? [change.id] : [],
        );
        if (added.length > 0) views.getState().set({ focus: { nodes: added } });
      }}
    >
      {offer(fix)}
    </Button>
  ));
}
