import 'katex/dist/katex.min.css';
import katex from 'katex';
import { useLayoutEffect, useRef } from 'react';

/** A formula in TeX, in the line or on its own; read aloud as MathML. */
export function Formula({ tex, display = false }: { tex: string; display?: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    katex.render(tex, place.current, { displayMode: display, throwOnError: false, trust: false });
  }, [tex, display]);
  return <span ref={place} className={display ? 'my-1 block overflow-x-auto' : ''} />;
}
