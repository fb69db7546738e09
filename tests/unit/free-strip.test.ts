import { expect, test } from 'vitest';
import { bringIntoView } from '../../src/ui/canvas/viewport/bring-into-view.ts';
import { freeStrip, shifted } from '../../src/ui/canvas/viewport/free-strip.ts';

const phone = { left: 0, top: 48, right: 375, bottom: 603 };

test('a layer that is added from a sheet comes into the strip that the sheet leaves free', () => {
  const sheet = { left: 0, top: 190, right: 375, bottom: 603 };
  const strip = freeStrip(phone, sheet);
  expect(strip).toEqual({ x: 0, y: 0, width: 375, height: 142 });
  const added = { x: 40, y: 900, width: 194, height: 72 };
  const all = { x: 40, y: 0, width: 194, height: 972 };
  const view = { x: 90, y: 20, zoom: 1 };
  const next = bringIntoView({ wanted: added, chief: added, all, view, size: strip });
  const top = added.y * (next?.zoom ?? 1) + (next?.y ?? view.y);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top + added.height * (next?.zoom ?? 1)).toBeLessThanOrEqual(strip.height);
});

test('a phone that lies has its free strip beside the sheet, and the view is measured from there', () => {
  const lying = { left: 0, top: 48, right: 667, bottom: 311 };
  const strip = freeStrip(lying, { left: 0, top: 48, right: 352, bottom: 311 });
  expect(strip).toEqual({ x: 352, y: 0, width: 315, height: 263 });
  expect(shifted({ x: 10, y: 5, zoom: 0.8 }, strip)).toEqual({ x: 362, y: 5, zoom: 0.8 });
});

test('without a sheet over it, all of the canvas is free', () => {
  expect(freeStrip(phone, undefined)).toEqual({ x: 0, y: 0, width: 375, height: 555 });
});
