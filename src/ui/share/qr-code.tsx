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
  return (
    <button
      type="button"
      aria-label={t(large ? 'share.qrSmall' : 'share.qrLarge')}
      title={t(large ? 'share.qrSmall' : 'share.qrLarge')}
      onClick={() => setLarge(!large)}
      // Cameras want dark on light, whatever the theme.
      className={
        large
          ? 'paper fixed inset-0 z-10 grid place-items-center rounded-2xl bg-surface p-2'
          : 'paper size-56 self-start overflow-hidden rounded-lg border border-line bg-surface'
      }
    >
      <svg
        role="img"
        aria-label={t('share.qr')}
        viewBox={`0 0 ${code.size} ${code.size}`}
        shapeRendering="crispEdges"
        className={large ? 'max-h-full w-full max-w-[84vh]' : 'w-full'}
      >
        <path d={darkCells(code.data)} fill="var(--ink)" />
      </svg>
    </button>
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
