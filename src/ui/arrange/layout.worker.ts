import { type LayoutWish, layOut } from './layout.ts';

// Beside the page: a large network takes longer than a frame.
addEventListener('message', ({ data }: MessageEvent<{ id: number; wish: LayoutWish }>) => {
  postMessage({ id: data.id, positions: layOut(data.wish) });
});
