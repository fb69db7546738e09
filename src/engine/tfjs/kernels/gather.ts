import {
  add,
  atLeast,
  defineFunction,
  div,
  either,
  float0,
  int,
  lessThan,
  loadFloat,
  loadInt,
  loadVector,
  mul,
  repeatWhile,
  storeFloat,
  storeVector,
  sub,
  vector0,
} from '../../wasm/assembler.ts';

/**
 * Lays out what each place of an image reads: for every row `from` … `from + count` (a place of an
 * image of the batch) and every tap of the window, `run` bytes from where the table says, or zeros
 * where it says −1. The table is [places, taps], in bytes from the start of an image.
 */
export const gather = defineFunction({
  name: 'gather',
  parameters: ['source', 'table', 'taps', 'run', 'imageBytes', 'places', 'from', 'count', 'out'],
  body: ({ source, table, taps, run, imageBytes, places, from, count, out }, locals) => {
    const row = locals.int();
    const end = locals.int();
    const image = locals.int();
    const entry = locals.int();
    const entryEnd = locals.int();
    const at = locals.int();
    const left = locals.int();
    const to = locals.int();
    const copied = [
      ...repeatWhile(atLeast(left.get, int(16)), [
        ...storeVector(to.get, loadVector(at.get)),
        ...at.set(add(at.get, int(16))),
        ...to.set(add(to.get, int(16))),
        ...left.set(sub(left.get, int(16))),
      ]),
      ...repeatWhile(left.get, [
        ...storeFloat(to.get, loadFloat(at.get)),
        ...at.set(add(at.get, int(4))),
        ...to.set(add(to.get, int(4))),
        ...left.set(sub(left.get, int(4))),
      ]),
    ];
    const zeroed = [
      ...repeatWhile(atLeast(left.get, int(16)), [
        ...storeVector(to.get, vector0),
        ...to.set(add(to.get, int(16))),
        ...left.set(sub(left.get, int(16))),
      ]),
      ...repeatWhile(left.get, [
        ...storeFloat(to.get, float0),
        ...to.set(add(to.get, int(4))),
        ...left.set(sub(left.get, int(4))),
      ]),
    ];
    return [
      ...row.set(from.get),
      ...end.set(add(from.get, count.get)),
      ...to.set(out.get),
      ...repeatWhile(lessThan(row.get, end.get), [
        ...image.set(div(row.get, places.get)),
        ...entry.set(
          add(table.get, mul(mul(sub(row.get, mul(image.get, places.get)), taps.get), int(4))),
        ),
        ...image.set(add(source.get, mul(image.get, imageBytes.get))),
        ...entryEnd.set(add(entry.get, mul(taps.get, int(4)))),
        ...repeatWhile(lessThan(entry.get, entryEnd.get), [
          ...at.set(loadInt(entry.get)),
          ...left.set(run.get),
          ...either(lessThan(at.get, int(0)), zeroed, [
            ...at.set(add(at.get, image.get)),
            ...copied,
          ]),
          ...entry.set(add(entry.get, int(4))),
        ]),
        ...row.set(add(row.get, int(1))),
      ]),
    ];
  },
});
