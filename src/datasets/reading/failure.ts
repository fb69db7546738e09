/** Why images could not be read. Words live in `i18n` under `reading.<code>`. */
export type ReadFailure =
  | { readonly code: 'nothing-known'; readonly names: string }
  | { readonly code: 'idx-magic'; readonly name: string; readonly magic: string }
  | {
      readonly code: 'truncated';
      readonly name: string;
      readonly expected: number;
      readonly got: number;
    }
  | { readonly code: 'not-packed-well'; readonly name: string }
  | { readonly code: 'labels-missing'; readonly name: string }
  | { readonly code: 'images-missing'; readonly name: string }
  | {
      readonly code: 'labels-differ';
      readonly images: number;
      readonly labels: number;
      readonly name: string;
    }
  | {
      readonly code: 'shapes-differ';
      readonly one: string;
      readonly first: string;
      readonly other: string;
      readonly second: string;
    }
  | { readonly code: 'several-sets'; readonly one: string; readonly other: string }
  | { readonly code: 'class-name'; readonly name: string; readonly limit: number }
  | { readonly code: 'one-class'; readonly name: string }
  | { readonly code: 'too-many-classes'; readonly count: number; readonly limit: number }
  | { readonly code: 'picture-unreadable'; readonly name: string }
  | {
      readonly code: 'picture-size';
      readonly name: string;
      readonly size: string;
      readonly limit: number;
    }
  | { readonly code: 'no-folders'; readonly name: string }
  | { readonly code: 'too-much'; readonly megabytes: number; readonly limit: number }
  | {
      readonly code: 'table-value';
      readonly row: number;
      readonly column: number;
      readonly value: string;
    }
  | {
      readonly code: 'table-ragged';
      readonly row: number;
      readonly got: number;
      readonly expected: number;
    }
  | { readonly code: 'table-not-square'; readonly count: number }
  | { readonly code: 'table-empty'; readonly name: string }
  | { readonly code: 'table-quotes'; readonly name: string; readonly row: number }
  | { readonly code: 'table-unreadable'; readonly name: string; readonly detail: string }
  | { readonly code: 'table-wide'; readonly count: number; readonly limit: number }
  | {
      readonly code: 'table-separator';
      readonly name: string;
      readonly row: number;
      readonly separator: string;
    }
  | { readonly code: 'offline'; readonly address: string }
  | { readonly code: 'not-served'; readonly address: string }
  | { readonly code: 'checksum'; readonly name: string }
  | { readonly code: 'crashed'; readonly detail: string }
  | { readonly code: 'not-kept'; readonly detail: string };

/** Most bytes of pixels that are kept: the 60,000 of MNIST take 47 MB. */
export const MAX_PIXEL_BYTES = 400_000_000;
/** Largest side of an image, in pixels. */
export const MAX_SIDE = 256;
/** Most classes; a label is one byte. */
export const MAX_CLASSES = 256;

/** What has come together is more than can be kept. */
export const tooMuch = (bytes: number): ReadFailure => ({
  code: 'too-much',
  megabytes: Math.round(bytes / 1e6),
  limit: MAX_PIXEL_BYTES / 1e6,
});
