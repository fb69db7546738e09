import { Dialog as RadixDialog } from 'radix-ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';

/** Longer links make codes that only a phone right before them can read. */
const MOST = 1600;

/** The link for a class that points its phones at the wall; a press makes it as large as the page. */
export function QrCode({ link }: { link: string }) {
  const { t } = useTranslation();
  const [large, setLarge] = useState(false);
  const code = useMemo(
    () => (link.length <= MOST ? encode(link, { ecc: 'L', border: 4 }) : undefined),
    [link],
  );
  if (!code) {
    return <p className="w-52 text-[13px] text-ink-2">{t('share.qrDense')}</p>;
  }
  const drawing = (
    <svg
      role="img"
      aria-label={t('share.qr')}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
      className="size-full"
    >
      <path d={darkCells(code.data)} fill="var(--ink)" />
    </svg>
  );
  // Cameras want dark on light, whatever the theme: hence paper.
  return (
    <RadixDialog.Root open={large} onOpenChange={setLarge}>
      <RadixDialog.Trigger asChild>
        <button
          type="button"
          aria-label={t('share.qrLarge')}
          title={t('share.qrLarge')}
          className="paper size-56 self-start overflow-hidden rounded-lg border border-line bg-surface"
        >
          {drawing}
        </button>
      </RadixDialog.Trigger>
      <RadixDialog.Portal>
        <RadixDialog.Content
          aria-describedby={undefined}
          className="paper fixed inset-0 z-50 bg-surface"
        >
          <RadixDialog.Title className="sr-only">{t('share.qr')}</RadixDialog.Title>
          <RadixDialog.Close
            aria-label={t('share.qrSmall')}
            title={t('share.qrSmall')}
            className="block size-full p-2"
          >
            {drawing}
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** Every run of dark cells as a bar. */
const darkCells = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue;
        const start = x;
        while (row[x + 1]) x++;
        path += `M${start} ${y}h${x + 1 - start}v1h${start - x - 1}z`;
      }
      return path;
    })
    .join('');
