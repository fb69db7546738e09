import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { isTyping } from '../actions/is-typing.ts';
import { isOverCanvas } from '../canvas/wires/wire-below.ts';
import { isWindowOpen } from '../kit/open-window.ts';
import { drawnOn } from './node-boxes.ts';
import { cutSelection, pasteText, selectionText } from './parts.ts';

/**
 * Copies, cuts and pastes parts of the network as the browser's own clipboard does, where no text is
 * typed or selected and no window is open.
 */
export function Clipboard(): null {
  const stores = useStores();
  const flow = useReactFlow();
  const { t } = useTranslation();
  /** Where the pointer was last, in client pixels. */
  const pointer = useRef<{ x: number; y: number }>(undefined);

  useEffect(() => {
    const isOurs = (event: ClipboardEvent): boolean =>
      !event.defaultPrevented && !isTyping(event.target) && !isWindowOpen('dialog');
    const hasText = (): boolean => getSelection()?.isCollapsed === false;

    const copy = (event: ClipboardEvent): void => {
      if (!isOurs(event) || hasText()) return;
      const isCut = event.type === 'cut';
      if (isCut && stores.documents.getState().locked) return;
      const text = selectionText(stores);
      if (text === undefined) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (isCut) cutSelection(stores);
    };
    const paste = (event: ClipboardEvent): void => {
      if (!isOurs(event) || stores.documents.getState().locked) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const { x, y } = pointer.current ?? { x: -1, y: -1 };
      const at = isOverCanvas(x, y) ? flow.screenToFlowPosition({ x, y }) : undefined;
      if (pasteText(stores, t, text, drawnOn(flow), at)) event.preventDefault();
    };
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      pointer.current = { x: clientX, y: clientY };
    };
    // Who turns to the canvas means its nodes, not the words that were marked elsewhere.
    const turn = (event: PointerEvent): void => {
      follow(event);
      const onCanvas = event.target instanceof Element && event.target.closest('.react-flow');
      if (onCanvas && !isTyping(event.target)) getSelection()?.removeAllRanges();
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    document.addEventListener('pointermove', follow, { passive: true });
    document.addEventListener('pointerdown', turn, { passive: true });
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
      document.removeEventListener('pointermove', follow);
      document.removeEventListener('pointerdown', turn);
    };
  }, [stores, flow, t]);
  return null;
}
