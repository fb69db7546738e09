import * as z from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import type { Table } from './table.ts';

const MAGIC = 'NWTB1';
const ALIGNED = 4;
const HEADER = MAGIC.length + 4;

/** One block of bytes: a magic word, the length of a JSON header, the header, column after column in single precision. */
export function packTable({ rows, columns }: Table): Uint8Array {
  const about = { rows, columns: columns.map(({ name, classes }) => ({ name, classes })) };
  const text = new TextEncoder().encode(JSON.stringify(about));
  const start = align(HEADER + text.length);
  const bytes = new Uint8Array(start + columns.length * rows * 4);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length, true);
  bytes.set(text, HEADER);
  columns.forEach(({ values }, i) => {
    new Float32Array(bytes.buffer, start + i * rows * 4, rows).set(values);
  });
  return bytes;
}

const headerSchema = z.object({
  rows: z.int().min(1),
  columns: z.array(z.object({ name: z.string(), classes: z.array(z.string()).nullable() })).min(1),
});

/** Reads what `packTable` wrote; the columns are views of the same memory where that is aligned. */
export function unpackTable(bytes: Uint8Array): Result<Table, 'not-packed' | 'truncated'> {
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC || bytes.length < HEADER) {
    return err('not-packed');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = HEADER + view.getUint32(MAGIC.length, true);
  if (end > bytes.length) return err('truncated');
  const header = headerSchema.safeParse(parsed(decoder.decode(bytes.subarray(HEADER, end))));
  if (!header.success) return err('not-packed');
  const { rows, columns } = header.data;
  const start = align(end);
  if (bytes.length < start + columns.length * rows * 4) return err('truncated');
  const memory = bytes.byteOffset % ALIGNED === 0 ? bytes : bytes.slice();
  return ok({
    rows,
    columns: columns.map((column, i) => ({
      ...column,
      values: new Float32Array(memory.buffer, memory.byteOffset + start + i * rows * 4, rows),
    })),
  });
}

const align = (at: number): number => Math.ceil(at / ALIGNED) * ALIGNED;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
