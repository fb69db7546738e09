import { expect, it } from 'vitest';
import { webmOf } from '../../src/ui/time/film/webm.ts';

/** Elements that hold others. */
const holders = new Set([0x1a45dfa3, 0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0xe0, 0x1f43b675]);

type Element = readonly [name: number, content: Uint8Array | readonly Element[]];

/** A number whose first byte says how many bytes it has; with that mark, or without. */
function numberAt(bytes: Uint8Array, at: number, isMarked: boolean) {
  const first = bytes[at] ?? 0;
  const size = Math.clz32(first) - 23;
  let value = isMarked ? first : first & (0xff >> size);
  for (let i = 1; i < size; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, next: at + size };
}

/** Reads as a player does: names and lengths one after the other. */
function read(bytes: Uint8Array): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const name = numberAt(bytes, at, true);
    const length = numberAt(bytes, name.next, false);
    at = length.next + length.value;
    expect(at).toBeLessThanOrEqual(bytes.length);
    const content = bytes.subarray(length.next, at);
    found.push([name.value, holders.has(name.value) ? read(content) : content]);
  }
  return found;
}

const within = (elements: Element['1'] | undefined, ...path: number[]): Element['1'][] =>
  path.reduce<Element['1'][]>(
    (all, name) =>
      all.flatMap((each) =>
        each instanceof Uint8Array
          ? []
          : each.filter(([found]) => found === name).map(([, content]) => content),
      ),
    [elements ?? []],
  );

const asNumber = (content: Element['1'] | undefined): number =>
  [...((content as Uint8Array | undefined) ?? [])].reduce((sum, byte) => sum * 256 + byte, 0);

it('a video says what it is of, how long it is, and has every picture at its time', async () => {
  const pictures = Array.from({ length: 90 }, (_, i) => ({
    data: new Uint8Array(40 + 7 * i).fill(i),
    at: (i * 1000) / 12,
    isWhole: i === 0,
  }));
  const track = { codec: 'V_VP9', width: 742, height: 650, length: 7500 } as const;
  const file = webmOf(track, pictures);
  expect(file.type).toBe('video/webm');
  const all = read(new Uint8Array(await file.arrayBuffer()));
  expect(all.map(([name]) => name)).toEqual([0x1a45dfa3, 0x18538067]);
  const text = (content: Element['1'] | undefined): string =>
    new TextDecoder().decode(content as Uint8Array);
  expect(text(within(all, 0x1a45dfa3, 0x4282)[0])).toBe('webm');
  const [segment] = within(all, 0x18538067);
  const [duration] = within(segment, 0x1549a966, 0x4489) as Uint8Array[];
  expect(new DataView((duration as Uint8Array).slice().buffer).getFloat64(0)).toBe(7500);
  expect(text(within(segment, 0x1654ae6b, 0xae, 0x86)[0])).toBe('V_VP9');
  const size = [0xb0, 0xba].map((side) => within(segment, 0x1654ae6b, 0xae, 0xe0, side)[0]);
  expect(size.map(asNumber)).toEqual([742, 650]);
  const blocks = within(segment, 0x1f43b675, 0xa3) as Uint8Array[];
  expect(blocks.map((block) => block.slice(4))).toEqual(pictures.map(({ data }) => data));
  expect(blocks.map((block) => asNumber(block.slice(1, 3)))).toEqual(
    pictures.map(({ at }) => Math.round(at)),
  );
  // Track 1; only the first can be shown by itself.
  expect(blocks.map((block) => [block[0], block[3]])).toEqual(
    pictures.map((_, i) => [0x81, i === 0 ? 0x80 : 0]),
  );
});
