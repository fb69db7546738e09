import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPressed } from '../../src/ui/actions/key-press.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...held,
  }) as KeyboardEvent;

beforeEach(() => vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Windows NT 10.0)' }));
afterEach(() => vi.unstubAllGlobals());

describe('a key', () => {
  it.each([
    ['mod+z', press('z', { ctrlKey: true }), true],
    ['mod+z', press('z', { metaKey: true }), false],
    ['z', press('z', { metaKey: true }), false],
    ['mod+z', press('z'), false],
    ['mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['a', press('a'), true],
    ['a', press('A', { shiftKey: true }), false],
    ['a', press('a', { altKey: true }), false],
    ['space', press(' '), true],
    ['plus', press('+', { shiftKey: true }), true],
    ['.', press('.'), true],
    ['delete', press('Delete'), true],
  ])('%s is known as it is pressed', (key, event, is) => {
    expect(isPressed(key, event)).toBe(is);
  });

  it('that is a sign counts with whatever is held to type it', () => {
    expect(isPressed('?', press('?', { shiftKey: true }))).toBe(true);
    expect(isPressed('/', press('/', { shiftKey: true }))).toBe(true);
  });

  it('is known by its place while the keyboard writes Hangul', () => {
    expect(isPressed('c', press('ㅊ', { code: 'KeyC' }))).toBe(true);
    expect(isPressed('a', press('ㅊ', { code: 'KeyC' }))).toBe(false);
    expect(isPressed('mod+z', press('ㅋ', { code: 'KeyZ', ctrlKey: true }))).toBe(true);
  });

  it('of another Latin layout is known by its letter, not by its place', () => {
    expect(isPressed('z', press('y', { code: 'KeyZ' }))).toBe(false);
  });

  it('of a Mac goes with ⌘; Ctrl and a letter edit text there', () => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)' });
    expect(isPressed('mod+k', press('k', { metaKey: true }))).toBe(true);
    expect(isPressed('mod+k', press('k', { ctrlKey: true }))).toBe(false);
    expect(isPressed('a', press('a', { ctrlKey: true }))).toBe(false);
  });

  it('that is a digit with Shift is known by its place, as it types a sign', () => {
    expect(isPressed('shift+1', press('!', { code: 'Digit1', shiftKey: true }))).toBe(true);
    expect(isPressed('shift+1', press('1', { code: 'Digit1' }))).toBe(false);
    expect(isPressed('1', press('!', { code: 'Digit1', shiftKey: true }))).toBe(false);
  });

  it('that is a digit counts as one where it is typed with Shift', () => {
    const french = press('1', { code: 'Digit1', shiftKey: true });
    expect(isPressed('1', french)).toBe(true);
    expect(isPressed('shift+1', french)).toBe(false);
  });
});
