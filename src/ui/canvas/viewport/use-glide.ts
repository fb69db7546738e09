import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import type { Position } from '../../../document/schema.ts';
import type { StepName } from '../../../document/step-name.ts';
import { useDocument, useView } from '../../../state/stores.ts';
import { type FlowNode, projectNodes } from '../project.ts';
import { glideTime } from './motion.ts';

/** More nodes than this would glide in jumps. */
const MOST = 250;

/** Shows the document's nodes. What was put in order glides to its place, and back when that is undone. */
export function useGlide(setNodes: Dispatch<SetStateAction<FlowNode[]>>): void {
  const [document, step, origin] = useDocument(
    (state) => [state.document, state.step, state.origin] as const,
  );
  const selection = useView((view) => view.selection);
  const last = useRef({ layout: document.layout, step, origin });

  useEffect(() => {
    const before = last.current;
    last.current = { layout: document.layout, step, origin };
    const arranged = isArranged(step) || isArranged(before.step);
    const moves = before.layout !== document.layout && before.origin === origin;
    const time = glideTime();
    const show = (): void => setNodes((shown) => projectNodes(document, selection, shown));
    if (!arranged || !moves || time === 0 || Object.keys(document.layout).length > MOST) {
      show();
      return undefined;
    }
    let from: ReadonlyMap<string, Position> | undefined;
    const start = performance.now();
    const draw = (): void => {
      const part = Math.min(1, (performance.now() - start) / time);
      if (part < 1) frame = requestAnimationFrame(draw);
      setNodes((shown) => {
        from ??= new Map(shown.map(({ id, position }) => [id, position]));
        const target = projectNodes(document, selection, shown);
        return part < 1 ? target.map((node) => between(node, from?.get(node.id), part)) : target;
      });
    };
    let frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [document, selection, step, origin, setNodes]);
}

const isArranged = (step: StepName | undefined): boolean =>
  step?.code === 'tidy' || step?.code === 'align' || step?.code === 'distribute';

/** A node on its way, quick at first and gentle at the end. */
function between(node: FlowNode, from: Position | undefined, part: number): FlowNode {
  if (!from) return node;
  const left = (1 - part) ** 3;
  const { x, y } = node.position;
  if (from.x === x && from.y === y) return node;
  return { ...node, position: { x: x + (from.x - x) * left, y: y + (from.y - y) * left } };
}
