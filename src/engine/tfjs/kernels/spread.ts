import {
  add,
  addFloat,
  addVector,
  any,
  atLeast,
  both,
  type Code,
  defineFunction,
  equal,
  floatLeast,
  int,
  type Local,
  larger,
  lessThan,
  loadFloat,
  loadInt,
  loadVector,
  moreFloat,
  mul,
  repeatWhile,
  storeFloat,
  storeVector,
  sub,
  vector0,
  vectorLeast,
  when,
  without,
} from '../../wasm/assembler.ts';

/**
 * Adds each window's slope to the place of its largest value, the first of several: the way back
 * through max pooling. The table tells the windows, as in `gather`; four channels at a time.
 */
export const spread = defineFunction({
  name: 'spread',
  parameters: ['values', 'slopes', 'out', 'table', 'taps', 'places', 'images', 'imageBytes', 'run'],
  body: ({ values, slopes, out, table, taps, places, images, imageBytes, run }, locals) => {
    const channel = locals.int();
    const slope = locals.int();
    const first = locals.int();
    const entry = locals.int();
    const end = locals.int();
    const tableEnd = locals.int();
    const place = locals.int();
    const best = locals.int();
    const most = locals.vector();
    const hits = locals.vector();
    const taken = locals.vector();
    const top = locals.float();
    const value = locals.float();

    /** Visits the taps of a window that lie inside the image; `place` is their distance from its start. */
    const eachTap = (body: Code): Code => [
      ...entry.set(first.get),
      ...repeatWhile(lessThan(entry.get, end.get), [
        ...place.set(loadInt(entry.get)),
        ...when(atLeast(place.get, int(0)), [...place.set(add(place.get, channel.get)), ...body]),
        ...entry.set(add(entry.get, int(4))),
      ]),
    ];
    const at = (base: Local): Code => add(base.get, place.get);

    const fourChannels: Code = [
      ...most.set(vectorLeast),
      ...eachTap(most.set(larger(most.get, loadVector(at(values))))),
      ...taken.set(vector0),
      ...eachTap([
        ...hits.set(without(equal(loadVector(at(values)), most.get), taken.get)),
        ...taken.set(any(taken.get, hits.get)),
        ...storeVector(
          at(out),
          addVector(loadVector(at(out)), both(loadVector(add(slope.get, channel.get)), hits.get)),
        ),
      ]),
      ...channel.set(add(channel.get, int(16))),
    ];
    const oneChannel: Code = [
      ...top.set(floatLeast),
      ...best.set(int(-1)),
      ...eachTap([
        ...value.set(loadFloat(at(values))),
        ...when(moreFloat(value.get, top.get), [...top.set(value.get), ...best.set(place.get)]),
      ]),
      ...when(
        atLeast(best.get, int(0)),
        storeFloat(
          add(out.get, best.get),
          addFloat(loadFloat(add(out.get, best.get)), loadFloat(add(slope.get, channel.get))),
        ),
      ),
      ...channel.set(add(channel.get, int(4))),
    ];
    return [
      ...slope.set(slopes.get),
      ...tableEnd.set(add(table.get, mul(mul(places.get, taps.get), int(4)))),
      ...repeatWhile(images.get, [
        ...first.set(table.get),
        ...repeatWhile(lessThan(first.get, tableEnd.get), [
          ...end.set(add(first.get, mul(taps.get, int(4)))),
          ...channel.set(int(0)),
          ...repeatWhile(lessThan(add(channel.get, int(12)), run.get), fourChannels),
          ...repeatWhile(lessThan(channel.get, run.get), oneChannel),
          ...slope.set(add(slope.get, run.get)),
          ...first.set(end.get),
        ]),
        ...values.set(add(values.get, imageBytes.get)),
        ...out.set(add(out.get, imageBytes.get)),
        ...images.set(sub(images.get, int(1))),
      ]),
    ];
  },
});
