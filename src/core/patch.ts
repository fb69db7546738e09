/**
 * How one JSON value becomes another, saying only what differs: the value itself, entries of a record, or
 * a stretch of a list.
 */
export type Patch =
  | { readonly is: unknown }
  | {
      readonly set: readonly (readonly [key: string, patch: Patch])[];
      readonly gone: readonly string[];
      /** The keys in their order, where it would come out otherwise. */
      readonly order?: readonly string[];
    }
  | { readonly at: number; readonly cut: number; readonly put: readonly unknown[] };

/** What turns `from` into `to`; nothing where they are equal. Parts that are shared cost no time. */
export function diff(from: unknown, to: unknown): Patch | undefined {
  if (Object.is(from, to)) return undefined;
  if (Array.isArray(from) && Array.isArray(to)) return diffLists(from, to);
  if (isRecord(from) && isRecord(to)) return diffRecords(from, to);
  return { is: to };
}

/** The value that a patch makes out of `from`; parts that it does not speak of are shared. */
export function applyPatch(from: unknown, patch: Patch | undefined): unknown {
  if (!patch) return from;
  if ('is' in patch) return patch.is;
  if ('at' in patch) {
    if (!Array.isArray(from)) throw new Error('a patch of a list meets none');
    return from.toSpliced(patch.at, patch.cut, ...patch.put);
  }
  if (!isRecord(from)) throw new Error('a patch of a record meets none');
  const gone = new Set(patch.gone);
  const entries = new Map(Object.entries(from).filter(([key]) => !gone.has(key)));
  for (const [key, change] of patch.set) entries.set(key, applyPatch(entries.get(key), change));
  const ordered = patch.order?.map((key) => [key, entries.get(key)] as const);
  return Object.fromEntries(ordered ?? entries);
}

function diffLists(from: readonly unknown[], to: readonly unknown[]): Patch | undefined {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && !diff(from[head], to[head])) head++;
  let tail = 0;
  while (tail < shorter - head && !diff(from.at(-1 - tail), to.at(-1 - tail))) tail++;
  const cut = from.length - head - tail;
  const put = to.slice(head, to.length - tail);
  return cut === 0 && put.length === 0 ? undefined : { at: head, cut, put };
}

function diffRecords(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): Patch | undefined {
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const wanted = Object.keys(to);
  const set = wanted.flatMap((key) => {
    if (!Object.hasOwn(from, key)) return [[key, { is: to[key] }] as const];
    const change = diff(from[key], to[key]);
    return change ? [[key, change] as const] : [];
  });
  const kept = Object.keys(from).filter((key) => Object.hasOwn(to, key));
  const made = [...kept, ...wanted.filter((key) => !Object.hasOwn(from, key))];
  const inOrder = made.every((key, i) => key === wanted[i]);
  if (gone.length === 0 && set.length === 0 && inOrder) return undefined;
  return { set, gone, ...(inOrder ? {} : { order: wanted }) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
