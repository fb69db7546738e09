import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';

/** Looks at a picture file through the network: scaled to what its images are like. */
export function usePictureDrop(): (file: File) => Promise<void> {
  const { compilations, views } = useStores();
  const { t } = useTranslation();
  return useCallback(
    async (file) => {
      const { source } = compilations.getState();
      const { notify, set, sample } = views.getState();
      const [height, width, channels] = source?.spec.input ?? [];
      if (height === undefined || width === undefined || channels === undefined) {
        notify({ tone: 'bad', text: t('reading.noImages') });
        return;
      }
      const bitmap = await createImageBitmap(file).catch(() => undefined);
      const context = bitmap && new OffscreenCanvas(width, height).getContext('2d');
      if (!bitmap || !context) {
        notify({ tone: 'bad', text: t('reading.picture-unreadable', { name: file.name }) });
        return;
      }
      context.imageSmoothingQuality = 'high';
      const scale = Math.min(width / bitmap.width, height / bitmap.height);
      const [w, h] = [bitmap.width * scale, bitmap.height * scale];
      context.drawImage(bitmap, (width - w) / 2, (height - h) / 2, w, h);
      bitmap.close();
      const { data } = context.getImageData(0, 0, width, height);
      const pixels = Float32Array.from({ length: height * width * channels }, (_, i) =>
        channelOf(data, Math.floor(i / channels), channels === 1 ? undefined : i % channels),
      );
      const number = (sample.type === 'own' ? sample.number : 0) + 1;
      set({ sample: { type: 'own', number, pixels }, rightTab: 'see', rightOpen: true });
    },
    [compilations, views, t],
  );
}

/** One colour of a pixel from 0 to 1, or how bright it is (ITU-R BT.601). */
function channelOf(data: Uint8ClampedArray, pixel: number, channel: number | undefined): number {
  const [r = 0, g = 0, b = 0, opacity = 0] = data.subarray(4 * pixel, 4 * pixel + 4);
  const value = channel === undefined ? 0.299 * r + 0.587 * g + 0.114 * b : [r, g, b][channel];
  return (((value ?? 0) / 255) * opacity) / 255;
}
