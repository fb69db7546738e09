import type { Wire } from '../../document/schema.ts';

/** What a layout is made from: nodes by id, and the wires between them. */
export interface Net {
  readonly ids: readonly string[];
  readonly wires: readonly Pick<Wire, 'from' | 'to'>[];
}

/** The nodes that wires hold together, each part in the order of the document. */
export function partsOf({ ids, wires }: Net): Net[] {
  const head = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = head.get(at); up !== undefined && up !== at; up = head.get(at)) at = up;
    head.set(id, at);
    return at;
  };
  for (const { from, to } of wires) head.set(find(from), find(to));
  const parts = new Map<string, { ids: string[]; wires: Net['wires'][number][] }>();
  for (const id of ids) {
    const part = parts.get(find(id)) ?? { ids: [], wires: [] };
    part.ids.push(id);
    parts.set(find(id), part);
  }
  for (const wire of wires) parts.get(find(wire.from))?.wires.push(wire);
  return [...parts.values()];
}
