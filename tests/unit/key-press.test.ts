import { describe, expect, it } from 'vitest';
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

describe('a key', () => {
  it.each([
    ['mod+z', press('z', { ctrlKey: true }), true],
    ['mod+z', press('z', { metaKey: true }), true],
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
});
