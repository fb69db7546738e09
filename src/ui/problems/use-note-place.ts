import { type ReactFlowState, useStore } from '@xyflow/react';
import { type RefObject, useCallback } from 'react';
import type { Flow } from '../../document/schema.ts';
import { useOwnSize } from '../kit/use-own-size.ts';
import { type NotePlace, placeNote } from './note-place.ts';

/** Where the note of a node stands now; it follows the node, its neighbours and the view. */
export function useNotePlace(
  id: string,
  note: RefObject<HTMLElement | null>,
  flow: Flow,
): NotePlace {
  const size = useOwnSize(note);
  return useStore(
    useCallback(
      ({ nodeLookup, transform: [x, y, zoom], width, height }: ReactFlowState): NotePlace => {
        const boxes = [...nodeLookup.values()].flatMap((node) => {
          const { measured, internals, type, hidden } = node;
          if (hidden || (type !== 'layer' && type !== 'block')) return [];
          const box = { width: measured.width ?? 0, height: measured.height ?? 0 };
          return [{ id: node.id, ...internals.positionAbsolute, ...box }];
        });
        const own = boxes.find((box) => box.id === id);
        const usual = flow === 'down' ? 'right' : 'below';
        if (!own || !size || width === 0) return usual;
        const others = boxes.filter((box) => box !== own);
        const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
        return placeNote(own, size, others, seen, flow);
      },
      [id, size, flow],
    ),
  );
}
