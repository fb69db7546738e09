import { expect, test } from 'vitest';
import { watchDrags } from '../../src/ui/actions/pointer-drag.ts';

/** A page on which a pointer is pressed, moved and let go of. */
function startPage() {
  const page = new EventTarget();
  const watch = watchDrags(page);
  const tell = (type: string, clientX = 0, buttons = 1): void => {
    page.dispatchEvent(Object.assign(new Event(type), { clientX, clientY: 0, buttons }));
  };
  return { tell, watch };
}

test('keys rest from the move of a pressed pointer until it is let go of', () => {
  const { tell, watch } = startPage();
  tell('pointermove', 90, 0);
  expect(watch.isUnderWay()).toBe(false);
  tell('pointerdown', 100);
  tell('pointermove', 102);
  expect(watch.isUnderWay()).toBe(false);
  tell('pointermove', 130);
  expect(watch.isUnderWay()).toBe(true);
  tell('pointermove', 100);
  expect(watch.isUnderWay()).toBe(true);
  tell('pointerup', 100, 0);
  expect(watch.isUnderWay()).toBe(false);
});

test.each(['pointercancel', 'blur'])('a drag that ends with %s leaves no key dead', (type) => {
  const { tell, watch } = startPage();
  tell('pointerdown');
  tell('pointermove', 50);
  tell(type);
  expect(watch.isUnderWay()).toBe(false);
});

test('a pointer that was let go of outside the window leaves no key dead', () => {
  const { tell, watch } = startPage();
  tell('pointerdown');
  tell('pointermove', 50);
  tell('pointermove', 60, 0);
  expect(watch.isUnderWay()).toBe(false);
});
