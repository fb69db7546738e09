import { useEffect, useRef, useState } from 'react';
import { useStores } from '../../state/stores.ts';
import type { HiddenPicture } from './probe.ts';

/** How far an embedding is, or what came of it. */
export interface Embedding {
  /** The layer and the step that it is of. */
  readonly node: string;
  readonly step: number | undefined;
  /** From 0 to 1; missing while the numbers are on their way and neighbours are looked for. */
  readonly share: number | undefined;
  /** [rows, 2], once it is done. */
  readonly places: Float32Array | undefined;
  readonly failed: boolean;
}

/** What a worker says. */
type Word = { readonly share: number } | { readonly places: Float32Array };

let wishes = 0;

/** Embeds a layer's numbers in a worker of its own when asked to. `numbers` belongs into the picture's request. */
export function useUmap() {
  const { runs } = useStores();
  const [embedding, setEmbedding] = useState<Embedding>();
  const [numbers, setNumbers] = useState<string>();
  const stop = useRef(() => {});
  const cancel = (): void => {
    stop.current();
    stop.current = () => {};
    setNumbers(undefined);
    setEmbedding(undefined);
  };
  useEffect(() => () => stop.current(), []);

  function start(node: string): void {
    stop.current();
    wishes += 1;
    const wish = `wish ${wishes}`;
    let worker: Worker | undefined;
    let latest: Embedding = {
      node,
      step: undefined,
      share: undefined,
      places: undefined,
      failed: false,
    };
    const tell = (change: Partial<Embedding>): void => {
      latest = { ...latest, ...change };
      setEmbedding(latest);
    };
    const end = (): void => worker?.terminate();
    const unsubscribe = runs.subscribe(({ frame }) => {
      const picture = frame?.pictures['hidden-space'] as HiddenPicture | undefined;
      if (worker || picture?.numbers?.wish !== wish) return;
      const { values, width } = picture.numbers;
      tell({ step: picture.step });
      worker = new Worker(new URL('./umap.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<Word>) => {
        tell(data);
        if ('places' in data) end();
      };
      worker.onerror = () => {
        tell({ failed: true });
        end();
      };
      worker.postMessage({ values, rows: picture.rows, width });
      unsubscribe();
      setNumbers(undefined);
    });
    stop.current = () => {
      unsubscribe();
      end();
    };
    tell({});
    setNumbers(wish);
  }

  return { embedding, numbers, start, cancel };
}
