import { err, ok, type Result } from '../core/result.ts';

/** A change of the graph that a card can make for the person. */
export type Edit =
  | { readonly type: 'remove'; readonly node: string }
  | { readonly type: 'insert'; readonly layer: string; readonly after: string }
  | { readonly type: 'replace'; readonly node: string; readonly layer: string };

const name = '([A-Za-z][\\w-]*)';
const remove = new RegExp(`^remove ${name}$`);
const insert = new RegExp(`^insert ${name} after ${name}$`);
const replace = new RegExp(`^replace ${name} with ${name}$`);

/** Reads `remove dense1, insert relu after dense2, replace sigmoid1 with tanh`. */
export function parseEdits(text: string): Result<readonly Edit[], string> {
  const edits: Edit[] = [];
  for (const part of text.split(',').map((each) => each.trim().replace(/\s+/g, ' '))) {
    const edit = parseEdit(part);
    if (!edit) {
      return err(
        `“${part}” is no change; write remove NODE, insert KIND after NODE or replace NODE with KIND`,
      );
    }
    edits.push(edit);
  }
  return ok(edits);
}

function parseEdit(text: string): Edit | undefined {
  const [, gone] = remove.exec(text) ?? [];
  if (gone) return { type: 'remove', node: gone };
  const [, added, after] = insert.exec(text) ?? [];
  if (added && after) return { type: 'insert', layer: added, after };
  const [, node, layer] = replace.exec(text) ?? [];
  return node && layer ? { type: 'replace', node, layer } : undefined;
}
