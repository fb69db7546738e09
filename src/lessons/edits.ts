import { err, ok, type Result } from '../core/result.ts';

/** A change of the graph that a card can make for the person. */
export type Edit =
  | { readonly type: 'remove'; readonly node: string }
  | { readonly type: 'insert'; readonly layer: string; readonly after: string }
  | { readonly type: 'replace'; readonly node: string; readonly layer: string }
  /** `text` is as it is typed: `4`, `[[1, 2], [3, 4]]`. */
  | {
      readonly type: 'set';
      readonly node: string;
      readonly parameter: string;
      readonly text: string;
    }
  /** Other starting weights: another seed, and N(0, 1) where values are given. */
  | { readonly type: 'draw' }
  /** Types inputs into the picture `ask`; the graph stays as it is. */
  | { readonly type: 'ask'; readonly inputs: readonly number[] };

const name = '([A-Za-z][\\w-]*)';
const remove = new RegExp(`^remove ${name}$`);
const insert = new RegExp(`^insert ${name} after ${name}$`);
const replace = new RegExp(`^replace ${name} with ${name}$`);
const set = new RegExp(`^set ${name}\\.${name} to (.+)$`);
const ask = /^ask (-?[\d.]+(?:, *-?[\d.]+)*)$/;

/** Reads `remove dense1; insert relu after dense2; replace sigmoid1 with tanh; set dense3.units to 4; draw; ask 100, 70, 101`. */
export function parseEdits(text: string): Result<readonly Edit[], string> {
  const edits: Edit[] = [];
  for (const part of text.split(';').map((each) => each.trim().replace(/\s+/g, ' '))) {
    const edit = parseEdit(part);
    if (!edit) {
      return err(
        `“${part}” is no change; write remove NODE, insert KIND after NODE, replace NODE with KIND, set NODE.NAME to VALUE, draw or ask NUMBER, NUMBER …`,
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
  if (node && layer) return { type: 'replace', node, layer };
  const [, owner, parameter, value] = set.exec(text) ?? [];
  if (owner && parameter && value) return { type: 'set', node: owner, parameter, text: value };
  if (text === 'draw') return { type: 'draw' };
  const [, numbers] = ask.exec(text) ?? [];
  return numbers ? { type: 'ask', inputs: numbers.split(',').map(Number) } : undefined;
}
