/** A figure in about four significant digits, never wider than nine characters. */
export function formatFigure(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6))
    return value.toExponential(2).replaceAll('-', '−');
  const digits = size >= 100 ? 1 : size >= 1 ? 3 : 4;
  return value.toFixed(digits).replace('-', '−');
}

/** A figure for arithmetic that is followed by eye: whole numbers as they are. */
export const formatTerm = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e6
    ? String(value).replace('-', '−')
    : formatFigure(value);

/** A share as a percentage: `87.5 %`. */
export const formatShare = (share: number): string => {
  // 55 of 100 times 100 is a hair above 55.
  const percent = Number((share * 100).toPrecision(12));
  return `${Number.isInteger(percent) ? percent : percent.toFixed(1)} %`;
};

/** How often a second something happens: `0.8`, `3,390`, `1.43 M`. */
export function formatRate(perSecond: number): string {
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toFixed(2)} M`;
  return perSecond < 10 ? perSecond.toFixed(1) : formatCount(Math.round(perSecond));
}

/** Kept: to make one takes longer than to write a number. */
const thousands = new Intl.NumberFormat('en-US');

/** A whole number with its thousands apart: `10,001`. */
export const formatCount = (value: number): string => thousands.format(value);

/** A whole number for an axis, never wider than six characters: `9,500`, `20k`, `1.5M`. */
export function formatShort(value: number): string {
  if (value < 10_000) return formatCount(value);
  const [unit, letter] = value < 1e6 ? [1e3, 'k'] : value < 1e9 ? [1e6, 'M'] : [1e9, 'G'];
  return `${Number((value / unit).toPrecision(3))}${letter}`;
}
