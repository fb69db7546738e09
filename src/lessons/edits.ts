import { err, ok, type Result } from '../core/result.ts';

/** A change of the graph that a card can make for the person. */
export type Edit =
  | { readonly type: 'remove'; readonly node: string }
  | { readonly type: 'insert'; readonly layer: string; readonly after: string }
  | { readonly type: 'replace'; readonly node: string; readonly layer: string }
  | {
      readonly type: 'set';
      readonly node: string;
      readonly param: string;
      readonly value: number | string;
    }
  /** Inputs that are asked for: no change of the graph, but of what is typed in the picture `ask`. */
  | { readonly type: 'ask'; readonly inputs: readonly number[] };

const name = '([A-Za-z][\\w-]*)';
const remove = new RegExp(`^remove ${name}$`);
const insert = new RegExp(`^insert ${name} after ${name}$`);
const replace = new RegExp(`^replace ${name} with ${name}$`);

const set = new RegExp(`^set ${name}\\.${name} to (.+)$`);
const ask = /^ask (-?[\d.]+(?:, *-?[\d.]+)*)$/;

/**
 * Reads `remove dense1, insert relu after dense2, replace sigmoid1 with tanh`; or one change with commas of
 * its own: `set c.value to [[2., 2.]]`, `ask 100, 70, 101`.
 */
export function parseEdits(text: string): Result<readonly Edit[], string> {
  const whole = parseWhole(text.trim());
  if (whole) return ok([whole]);
  const edits: Edit[] = [];
  for (const part of text.split(',').map((each) => each.trim().replace(/\s+/g, ' '))) {
    const edit = parseEdit(part);
    if (!edit) {
      return err(
        `“${part}” is no change; write remove NODE, insert KIND after NODE, replace NODE with KIND, set NODE.PARAMETER to VALUE or ask NUMBER, NUMBER …`,
      );
    }
    edits.push(edit);
  }
  return ok(edits);
}

/** A change that takes its whole line. */
function parseWhole(text: string): Edit | undefined {
  const [, node, param, value] = set.exec(text) ?? [];
  if (node && param && value !== undefined) {
    const number = Number(value);
    return { type: 'set', node, param, value: Number.isNaN(number) ? value : number };
  }
  const [, numbers] = ask.exec(text) ?? [];
  return numbers ? { type: 'ask', inputs: numbers.split(',').map(Number) } : undefined;
}

function parseEdit(text: string): Edit | undefined {
  const [, gone] = remove.exec(text) ?? [];
  if (gone) return { type: 'remove', node: gone };
  const [, added, after] = insert.exec(text) ?? [];
  if (added && after) return { type: 'insert', layer: added, after };
  const [, node, layer] = replace.exec(text) ?? [];
  return node && layer ? { type: 'replace', node, layer } : undefined;
}
