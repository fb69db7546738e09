import type { Position } from '../../document/schema.ts';
import type { LayoutWish } from './layout.ts';

type Positions = Record<string, Position>;

let worker: Worker | undefined;
let asked = 0;

/** Positions for a graph, worked out beside the page. */
export function layOutBeside(wish: LayoutWish): Promise<Positions> {
  worker ??= new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const here = worker;
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<{ id: number; positions: Positions }>): void => {
      if (data.id !== id) return;
      forget();
      resolve(data.positions);
    };
    const fail = (event: ErrorEvent): void => {
      forget();
      // One that broke is not asked again.
      here.terminate();
      if (worker === here) worker = undefined;
      reject(new Error(event.message || 'the layout worker could not be loaded'));
    };
    const forget = (): void => {
      here.removeEventListener('message', hear);
      here.removeEventListener('error', fail);
    };
    here.addEventListener('message', hear);
    here.addEventListener('error', fail);
    here.postMessage({ id, wish });
  });
}
