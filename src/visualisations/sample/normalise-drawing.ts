/** A grey image, row by row: 0 is empty, 1 is full ink. */
export interface Ink {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** Share of the image's side that a digit of MNIST fills: 20 of 28 pixels. */
const FILLED = 20 / 28;

/**
 * A drawing as MNIST has its digits: scaled with its proportions kept, so that its larger side fills 20 of
 * 28 pixels, and moved so that its centre of mass is the centre of the image (LeCun et al. 1998). An empty
 * drawing gives nothing.
 */
export function normaliseDrawing(drawing: Ink, height: number, width: number): Ink | undefined {
  const box = inkedBox(drawing);
  if (!box) return undefined;
  const room = FILLED * Math.min(height, width);
  const scale = room / Math.max(box.bottom - box.top, box.right - box.left);
  const scaledHeight = Math.max(1, Math.round((box.bottom - box.top) * scale));
  const scaledWidth = Math.max(1, Math.round((box.right - box.left) * scale));
  const scaled = shrink(drawing, box, scaledHeight, scaledWidth);
  const middle = centreOfMass(scaled);
  const top = Math.round((height - 1) / 2 - middle.y);
  const left = Math.round((width - 1) / 2 - middle.x);
  const values = new Float32Array(height * width);
  for (let y = 0; y < scaledHeight; y++) {
    for (let x = 0; x < scaledWidth; x++) {
      const [toY, toX] = [y + top, x + left];
      const outside = toY < 0 || toY >= height || toX < 0 || toX >= width;
      if (!outside) values[toY * width + toX] = scaled.values[y * scaledWidth + x] as number;
    }
  }
  return { height, width, values };
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The smallest box around all ink. */
function inkedBox({ height, width, values }: Ink): Box | undefined {
  let [top, left, bottom, right] = [height, width, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((values[y * width + x] as number) < 0.05) continue;
      top = Math.min(top, y);
      left = Math.min(left, x);
      bottom = Math.max(bottom, y + 1);
      right = Math.max(right, x + 1);
    }
  }
  return bottom > top ? { top, left, bottom, right } : undefined;
}

/** The box's part of a drawing in another size: every pixel is the mean of what it covers. */
function shrink({ width, values }: Ink, box: Box, toHeight: number, toWidth: number): Ink {
  const down = (box.bottom - box.top) / toHeight;
  const across = (box.right - box.left) / toWidth;
  const result = new Float32Array(toHeight * toWidth);
  for (let y = 0; y < toHeight; y++) {
    for (let x = 0; x < toWidth; x++) {
      const [fromY, toY] = [box.top + y * down, box.top + (y + 1) * down];
      const [fromX, toX] = [box.left + x * across, box.left + (x + 1) * across];
      let sum = 0;
      for (let v = Math.floor(fromY); v < toY; v++) {
        const tall = Math.min(v + 1, toY) - Math.max(v, fromY);
        for (let u = Math.floor(fromX); u < toX; u++) {
          const wide = Math.min(u + 1, toX) - Math.max(u, fromX);
          sum += tall * wide * (values[v * width + u] ?? 0);
        }
      }
      result[y * toWidth + x] = Math.min(1, sum / (down * across));
    }
  }
  return { height: toHeight, width: toWidth, values: result };
}

function centreOfMass({ height, width, values }: Ink): { y: number; x: number } {
  let [mass, y, x] = [0, 0, 0];
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      const ink = values[v * width + u] as number;
      mass += ink;
      y += ink * v;
      x += ink * u;
    }
  }
  return mass > 0 ? { y: y / mass, x: x / mass } : { y: (height - 1) / 2, x: (width - 1) / 2 };
}
