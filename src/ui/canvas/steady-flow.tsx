import { ReactFlow, type ReactFlowProps } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { shallow } from 'zustand/shallow';
import type { FlowNode, FlowWire } from './project.ts';

type Props = ReactFlowProps<FlowNode, FlowWire>;
type Handler = (...given: unknown[]) => unknown;

/**
 * React Flow with props that keep their identity from one render to the next. It tells each of its
 * thousands of subscribers of every prop that is new, and a handler written in place is new in every frame
 * of a drag.
 */
export function SteadyFlow({ children, ...props }: Props) {
  return <ReactFlow<FlowNode, FlowWire> {...useSteady(props)}>{children}</ReactFlow>;
}

function useSteady<P extends object>(props: P): P {
  const latest = useRef<Record<string, unknown>>({});
  const before = useRef<Record<string, unknown>>({});
  const handlers = useRef<Record<string, Handler>>({});
  useLayoutEffect(() => {
    latest.current = props as Record<string, unknown>;
    before.current = steady;
  });
  const steady: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') {
      handlers.current[name] ??= (...given) => (latest.current[name] as Handler)(...given);
      steady[name] = handlers.current[name];
    } else {
      const old = before.current[name];
      steady[name] = typeof value === 'object' && shallow(old, value) ? old : value;
    }
  }
  return steady as P;
}
