import * as z from 'zod';
import { err, ok, type Result } from '../core/result.ts';
import type { Samples } from '../core/samples.ts';
import { sizeOf } from '../core/shape.ts';

/** Images with their labels as they are kept: bytes, the rows for testing at the end. */
export interface PackedImages {
  /** [height, width, channels] */
  readonly shape: readonly [number, number, number];
  readonly classes: readonly string[];
  readonly testRows: number;
  /** [rows], class indices. */
  readonly labels: Uint8Array;
  /** [rows, height, width, channels] */
  readonly pixels: Uint8Array;
}

const MAGIC = 'NWIM1';
const HEADER = 9;

/** One block of bytes: a magic word, the length of a JSON header, the header, labels, pixels. */
export function packImages({ labels, pixels, ...header }: PackedImages): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify({ ...header, rows: labels.length }));
  const bytes = new Uint8Array(HEADER + text.length + labels.length + pixels.length);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length, true);
  bytes.set(text, HEADER);
  bytes.set(labels, HEADER + text.length);
  bytes.set(pixels, HEADER + text.length + labels.length);
  return bytes;
}

const headerSchema = z.object({
  shape: z.tuple([z.int().min(1), z.int().min(1), z.int().min(1)]),
  classes: z.array(z.string()).min(2).max(256),
  testRows: z.int().min(0),
  rows: z.int().min(1),
});

/** Reads what `packImages` wrote; its arrays are views of the same memory. */
export function unpackImages(bytes: Uint8Array): Result<PackedImages, 'not-packed' | 'truncated'> {
  const decoder = new TextDecoder();
  const magic = decoder.decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < HEADER) return err('not-packed');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = HEADER + view.getUint32(MAGIC.length, true);
  if (end > bytes.length) return err('truncated');
  const header = headerSchema.safeParse(parsed(decoder.decode(bytes.subarray(HEADER, end))));
  if (!header.success) return err('not-packed');
  const { rows, ...rest } = header.data;
  const labels = bytes.subarray(end, end + rows);
  const pixels = bytes.subarray(end + rows, end + rows + rows * sizeOf(rest.shape));
  if (pixels.length < rows * sizeOf(rest.shape)) return err('truncated');
  if (labels.some((label) => label >= rest.classes.length)) return err('not-packed');
  return ok({ ...rest, labels, pixels });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Packed bytes as samples. Throws on bytes that were not packed here. */
export function samplesOf(bytes: Uint8Array | undefined): Samples {
  const read = bytes ? unpackImages(bytes) : err('not-packed' as const);
  if (!read.ok) throw new Error(`the images are not as they were kept: ${read.error}`);
  const { shape, classes, labels, pixels, testRows } = read.value;
  return {
    spec: { input: [...shape], target: { type: 'classes', count: classes.length } },
    rows: labels.length,
    x: pixels,
    y: Float32Array.from(labels),
    testRows,
  };
}
