import { createRandom, type Random } from '../core/random.ts';
import type { Samples } from '../core/samples.ts';
import { defineDataset } from './define-dataset.ts';

const SIDE = 12;
const spec = { input: [SIDE, SIDE, 1], target: { type: 'classes', count: 3 } } as const;

/** Distance of a pixel from the stroke of a shape around (cx, cy), in pixels. */
type Stroke = (dx: number, dy: number, size: number, angle: number) => number;

const segment = (dx: number, dy: number, size: number, angle: number): number => {
  const along = dx * Math.cos(angle) + dy * Math.sin(angle);
  const across = dy * Math.cos(angle) - dx * Math.sin(angle);
  return Math.hypot(Math.max(0, Math.abs(along) - size), across);
};

const strokes: readonly Stroke[] = [
  segment,
  (dx, dy, size, angle) =>
    Math.min(segment(dx, dy, size, angle), segment(dx, dy, size, angle + Math.PI / 2)),
  (dx, dy, size) => Math.abs(Math.hypot(dx, dy) - size),
];

/** Drawn lines, crosses and circles, 12×12, in [0, 1]; place, size and angle vary. */
export const shapes = defineDataset({
  id: 'shapes',
  modality: 'images',
  title: { en: 'Drawn shapes', ko: '그린 도형' },
  blurb: {
    en: 'Lines, crosses and circles, 12×12: small enough to train in seconds.',
    ko: '선, 십자, 원을 그린 12×12 이미지예요. 몇 초면 학습돼요.',
  },
  options: ['size', 'noise', 'seed'],
  spec: () => spec,
  rows: ({ size }) => size,
  samples: ({ size, noise, seed }): Samples => {
    const random = createRandom(seed).fork('shapes');
    const x = new Float32Array(size * SIDE * SIDE);
    const y = new Float32Array(size);
    for (let i = 0; i < size; i++) {
      const label = i % strokes.length;
      y[i] = label;
      draw(
        x.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE),
        strokes[label] ?? segment,
        noise,
        random,
      );
    }
    return { spec, rows: size, x, y };
  },
});

function draw(image: Float32Array, stroke: Stroke, noise: number, random: Random): void {
  const cx = SIDE / 2 - 0.5 + 3 * (random.uniform() - 0.5);
  const cy = SIDE / 2 - 0.5 + 3 * (random.uniform() - 0.5);
  const size = 2.6 + 1.6 * random.uniform();
  const angle = Math.PI * random.uniform();
  for (let i = 0; i < image.length; i++) {
    const distance = stroke((i % SIDE) - cx, Math.floor(i / SIDE) - cy, size, angle);
    const ink = Math.max(0, Math.min(1, 1.3 - distance)) + 0.3 * noise * random.normal();
    image[i] = Math.max(0, Math.min(1, ink));
  }
}
