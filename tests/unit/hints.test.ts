import { describe, expect, it } from 'vitest';
import { type HintFacts, hintAt, hintNames, hintsDone } from '../../src/state/hints.ts';

const calm: HintFacts = {
  quiet: false,
  hovers: true,
  palette: true,
  alone: undefined,
  selected: undefined,
  overPort: undefined,
  rested: undefined,
  refused: undefined,
  nodes: 6,
  wires: 5,
  step: undefined,
  looksInside: false,
  asksAfter: false,
  asksFits: false,
};
const busy: HintFacts = {
  ...calm,
  alone: 'a',
  selected: 'b',
  overPort: 'c',
  rested: 'd',
  refused: 'e',
};

describe('hints', () => {
  it('say nothing while there is nothing to say', () => {
    expect(hintAt(calm, [])).toBeUndefined();
  });

  it('come one at a time, the most urgent first, and each only once', () => {
    const gone: string[] = [];
    for (const name of hintNames) {
      const hint = hintAt(busy, gone);
      expect(hint?.name).toBe(name);
      gone.push(name);
    }
    expect(hintAt(busy, gone)).toBeUndefined();
  });

  it('keep the one on screen while it belongs there, and let it go when it was dismissed', () => {
    expect(hintAt(busy, [], 'after')).toEqual({ name: 'after', node: 'b' });
    expect(hintAt(busy, ['after'], 'after')?.name).toBe('fits');
    expect(hintAt({ ...calm, overPort: 'c' }, [], 'after')?.name).toBe('wire');
  });

  it('are silent while something else wants the eye', () => {
    expect(hintAt({ ...busy, quiet: true }, [], 'after')).toBeUndefined();
  });

  it('speak of no key and of no hovering to a finger', () => {
    const touched = { ...calm, hovers: false, selected: 'b', overPort: 'c' };
    expect(hintAt(touched, [])).toBeUndefined();
    expect(hintAt({ ...touched, refused: 'e' }, [])?.name).toBe('fits');
  });

  it('speak of the layers on the left only while these are on screen', () => {
    expect(hintAt({ ...calm, alone: 'a' }, [])?.name).toBe('first');
    expect(hintAt({ ...calm, alone: 'a', palette: false }, [])).toBeUndefined();
  });

  it('are over once the person did what they speak of', () => {
    expect(hintsDone({ ...calm, asksAfter: true }, calm)).toEqual(['after']);
    expect(hintsDone({ ...calm, asksFits: true }, calm)).toEqual(['fits']);
    expect(hintsDone({ ...calm, looksInside: true }, calm)).toEqual(['look']);
    expect(hintsDone({ ...calm, wires: 6, step: 'connect' }, calm)).toEqual(['wire']);
    const one = { ...calm, nodes: 1, wires: 0 };
    expect(hintsDone({ ...calm, nodes: 2, wires: 1, step: 'add' }, one)).toEqual(['first']);
  });

  it('are not over for what the person did not do themselves', () => {
    const one = { ...calm, nodes: 1, wires: 0 };
    expect(hintsDone({ ...calm, nodes: 2, wires: 1, step: 'open' }, one)).toEqual([]);
    expect(hintsDone({ ...calm, wires: 4, step: 'connect' }, calm)).toEqual([]);
    expect(hintsDone(calm, calm)).toEqual([]);
  });
});
