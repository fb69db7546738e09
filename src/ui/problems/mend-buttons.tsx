import type { Problem } from '../../compiler/problem.ts';
import { useStores } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { Button } from '../kit/button.tsx';
import { focusSoon } from '../kit/focus-soon.ts';
import { useProblemText } from './use-problem-text.ts';

/** The one-click mends of a problem. */
export function MendButtons({ problem }: { problem: Problem }) {
  const { documents, views } = useStores();
  const perform = usePerform();
  const { offer } = useProblemText();
  return problem.fixes.map((fix, i) => (
    <Button
      key={`${fix.code} ${i}`}
      look="link"
      onClick={({ currentTarget }) => {
        // Who goes through a list of problems goes on there.
        const list = currentTarget.closest<HTMLElement>('[role="dialog"]');
        const run = (): void => {
          documents.getState().dispatch(fix.changes);
          const added = fix.changes.flatMap((change) =>
            change.type === 'addNode' || change.type === 'insertOnWire' ? [change.id] : [],
          );
          if (added.length > 0) views.getState().set({ focus: { nodes: added } });
          if (list) focusSoon(() => (list.contains(document.activeElement) ? undefined : list));
        };
        perform({ run }, list || !('node' in problem.at) ? undefined : problem.at.node);
      }}
    >
      {offer(fix)}
    </Button>
  ));
}
