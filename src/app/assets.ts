import { MNIST_ASSET } from '../datasets/mnist.ts';
import { STORED } from '../datasets/own-images.ts';
import { type LoadAsset, missingAsset } from '../engine/data/data.ts';
import { imageShelf } from '../state/image-store.ts';

/** How much of what is being fetched has come, from 0 to 1; nothing when all of it is there. */
export type OnLoading = (share: number | undefined) => void;

/** Fetches what data sets need: from beside the page, or from what this browser keeps. */
export const createAssetLoader =
  (onLoading: OnLoading): LoadAsset =>
  async (name) => {
    onLoading(0);
    try {
      if (name.startsWith(STORED)) {
        const bytes = await imageShelf.get(name.slice(STORED.length));
        if (!bytes) throw missingAsset(name);
        return bytes;
      }
      if (name === MNIST_ASSET) return await fetchInflated(`assets/${MNIST_ASSET}.bin`, onLoading);
      throw missingAsset(name);
    } finally {
      onLoading(undefined);
    }
  };

/** Fetches a deflated file beside the page, and inflates it. */
async function fetchInflated(path: string, onLoading: OnLoading): Promise<Uint8Array> {
  const url = new URL(path, new URL(import.meta.env.BASE_URL, self.location.origin));
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok || !response.body) throw missingAsset(path);
  const total = Number(response.headers.get('content-length')) || Number.POSITIVE_INFINITY;
  let got = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      got += chunk.length;
      onLoading(Math.min(1, got / total));
      controller.enqueue(chunk);
    },
  });
  const inflated = response.body
    .pipeThrough(counted)
    .pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return new Uint8Array(await new Response(inflated).arrayBuffer());
  } catch {
    throw missingAsset(path);
  }
}
