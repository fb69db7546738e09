import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packImages, unpackImages } from '../../src/datasets/packed-images.ts';
import type { Pixels } from '../../src/datasets/reading/pictures.ts';
import { readImages } from '../../src/datasets/reading/read-images.ts';
import type { NamedFile } from '../../src/datasets/reading/unpack.ts';
import { idxFile, smallMnist } from '../support/idx.ts';

const file = (path: string, bytes: Uint8Array | string): NamedFile => {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return { path, size: content.length, bytes: async () => content };
};

/** Pictures of the tests are written as width, height, red, green, blue, and are of one colour. */
async function decode(bytes: Uint8Array): Promise<Pixels | undefined> {
  const [width = 0, height = 0, r = 0, g = 0, b = 0] = bytes;
  if (width === 0) return undefined;
  const data = Uint8Array.from(
    { length: 4 * width * height },
    (_, i) => [r, g, b, 255][i % 4] ?? 0,
  );
  return { width, height, data };
}

const read = (...files: NamedFile[]) => readImages(files, { decode, onProgress: () => {} });

async function failure(...files: NamedFile[]): Promise<unknown> {
  const result = await read(...files);
  if (result.ok) throw new Error('was read');
  return result.error;
}

const picture = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);

describe('IDX files', () => {
  it.each([true, false])('are paired, and test files come last (gzipped: %s)', async (gzipped) => {
    const small = smallMnist({ train: 20, test: 6 }, gzipped);
    // In any order.
    const result = await read(...small.toReversed().map(({ name, bytes }) => file(name, bytes)));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { shape, classes, testRows, labels, pixels } = result.value;
    expect({ shape, classes, testRows }).toEqual({
      shape: [6, 6, 1],
      classes: ['0', '1'],
      testRows: 6,
    });
    expect(labels.length).toBe(26);
    expect([...pixels.subarray(36, 72)]).toEqual([
      ...[0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255],
      ...new Array(24).fill(0),
    ]);
    expect(unpackImages(packImages(result.value))).toEqual({ ok: true, value: result.value });
  });

  it('without a test part have none, and an archive is as good as its files', async () => {
    const [images, labels] = smallMnist({ train: 8, test: 2 }, false);
    if (!images || !labels) throw new Error('no files');
    const zip = zipSync({
      'data/train-images-idx3-ubyte': images.bytes,
      'data/train-labels-idx1-ubyte': labels.bytes,
      '__MACOSX/._junk': new Uint8Array(3),
    });
    const result = await read(file('set.zip', zip));
    expect(result).toMatchObject({ ok: true, value: { testRows: 0, shape: [6, 6, 1] } });
  });

  it('that are wrong say how', async () => {
    const [images, labels] = smallMnist({ train: 8, test: 2 }, false);
    if (!images || !labels) throw new Error('no files');
    const floats = images.bytes.slice();
    floats[2] = 13;
    expect(await failure(file('a-images-idx3-ubyte', floats))).toMatchObject({
      code: 'idx-magic',
      magic: '00 00 0d 03',
    });
    const cut = images.bytes.slice(0, 100);
    expect(await failure(file(images.name, cut), file(labels.name, labels.bytes))).toEqual({
      code: 'truncated',
      name: images.name,
      expected: 304,
      got: 100,
    });
    const few = idxFile([5], [0, 1, 0, 1, 0]);
    expect(await failure(file(images.name, images.bytes), file(labels.name, few))).toEqual({
      code: 'labels-differ',
      images: 8,
      labels: 5,
      name: labels.name,
    });
    expect(await failure(file(images.name, images.bytes))).toMatchObject({
      code: 'labels-missing',
    });
    expect(await failure(file(labels.name, labels.bytes))).toMatchObject({
      code: 'images-missing',
    });
    const same = idxFile([8], new Array(8).fill(3));
    expect(await failure(file(images.name, images.bytes), file(labels.name, same))).toEqual({
      code: 'one-class',
      name: '3',
    });
    const broken = Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]);
    expect(await failure(file('x-idx1-ubyte.gz', broken))).toMatchObject({
      code: 'not-packed-well',
    });
    expect(await failure(file('notes.txt', 'hello'))).toEqual({
      code: 'nothing-known',
      names: 'notes.txt',
    });
  });
});

describe('several files', () => {
  const [images, labels, testImages, testLabels] = smallMnist({ train: 6, test: 6 }, false);
  if (!images || !labels || !testImages || !testLabels) throw new Error('no files');

  it('are told apart by their own names, not by those of their folders', async () => {
    const result = await read(
      ...[images, labels, testImages, testLabels].map(({ name, bytes }) =>
        file(`latest/${name}`, bytes),
      ),
    );
    expect(result).toMatchObject({ ok: true, value: { testRows: 6 } });
  });

  it('lend their labels to no other images', async () => {
    expect(
      await failure(
        file(images.name, images.bytes),
        file(testImages.name, testImages.bytes),
        file(labels.name, labels.bytes),
      ),
    ).toEqual({ code: 'labels-missing', name: testImages.name });
    expect(
      await failure(
        file('a/train-images-idx3-ubyte', images.bytes),
        file('b/train-images-idx3-ubyte', images.bytes),
        file('a/train-labels-idx1-ubyte', labels.bytes),
      ),
    ).toMatchObject({ code: 'several-sets' });
  });

  it('in an archive may not unpack to more than can be kept', async () => {
    const zip = zipSync({ 'a.csv': new Uint8Array(420_000_000) }, { level: 1 });
    expect(zip.length).toBeLessThan(4_000_000);
    expect(await failure(file('bomb.zip', zip))).toMatchObject({ code: 'too-much' });
  });
});

describe('folders of pictures', () => {
  it('may have a class that is called valid', async () => {
    const result = await read(
      file('valid/1.png', picture(1, 1, 9, 9, 9)),
      file('invalid/1.png', picture(1, 1, 5, 5, 5)),
    );
    expect(result).toMatchObject({
      ok: true,
      value: { classes: ['invalid', 'valid'], testRows: 0 },
    });
  });

  it('have names that a document can keep', async () => {
    const long = 'x'.repeat(61);
    expect(
      await failure(
        file(`${long}/1.png`, picture(1, 1, 9, 9, 9)),
        file('b/1.png', picture(1, 1, 5, 5, 5)),
      ),
    ).toEqual({ code: 'class-name', name: long, limit: 60 });
  });

  it('are classes by name; a folder called test sets its pictures apart', async () => {
    const result = await read(
      file('pets/test/dog/9.png', picture(2, 1, 7, 7, 7)),
      file('pets/train/dog/1.png', picture(2, 1, 9, 9, 9)),
      file('pets/train/cat/1.png', picture(2, 1, 5, 5, 5)),
      file('pets/.DS_Store', 'x'),
    );
    expect(result).toEqual({
      ok: true,
      value: {
        shape: [1, 2, 1],
        classes: ['cat', 'dog'],
        testRows: 1,
        labels: Uint8Array.from([1, 0, 1]),
        pixels: Uint8Array.from([9, 9, 5, 5, 7, 7]),
      },
    });
  });

  it('keep their colours when one has any', async () => {
    const result = await read(
      file('a/1.png', picture(1, 1, 5, 5, 5)),
      file('b/1.png', picture(1, 1, 1, 2, 3)),
    );
    expect(result).toMatchObject({
      ok: true,
      value: { shape: [1, 1, 3], pixels: Uint8Array.from([5, 5, 5, 1, 2, 3]) },
    });
  });

  it('that cannot be used say which picture it is', async () => {
    const good = file('a/1.png', picture(2, 2, 1, 1, 1));
    expect(await failure(good, file('b/2.png', picture(3, 2, 1, 1, 1)))).toEqual({
      code: 'shapes-differ',
      one: 'a/1.png',
      first: '2×2',
      other: 'b/2.png',
      second: '3×2',
    });
    expect(await failure(good, file('b/x.png', picture(0)))).toEqual({
      code: 'picture-unreadable',
      name: 'b/x.png',
    });
    expect(await failure(good)).toMatchObject({ code: 'one-class', name: 'a' });
    expect(await failure(good, file('loose.png', picture(2, 2, 1, 1, 1)))).toEqual({
      code: 'no-folders',
      name: 'loose.png',
    });
  });

  it('that are huge are stopped on the way, picture by picture', async () => {
    let opened = 0;
    const files = Array.from(
      { length: 60_000 },
      (_, i): NamedFile => ({
        path: `${i % 2}/${i}.png`,
        size: 50_000,
        bytes: async () => {
          opened += 1;
          return picture(250, 250, 1, 2, 3);
        },
      }),
    );
    const shared = new Uint8Array(4 * 250 * 250).fill(9);
    const result = await readImages(files, {
      decode: async () => ({ width: 250, height: 250, data: shared }),
      onProgress: () => {},
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'too-much' } });
    expect(opened).toBeLessThan(10_000);
  });
});

describe('tables', () => {
  const row = (label: string, value: number): string => [label, ...Array(4).fill(value)].join(',');

  it('have a label and its pixels a row, with or without a header', async () => {
    const plain = await read(file('t.csv', `${row('0', 0)}\n${row('3', 255)}\n`));
    expect(plain).toMatchObject({
      ok: true,
      value: { shape: [2, 2, 1], classes: ['0', '1', '2', '3'], labels: Uint8Array.from([0, 3]) },
    });
    const named = await read(file('t.csv', 'a,b,c,d,label\n0,0.5,1,0,dog\n1,1,1,1,cat\n'));
    expect(named).toMatchObject({
      ok: true,
      value: {
        classes: ['cat', 'dog'],
        labels: Uint8Array.from([1, 0]),
        pixels: Uint8Array.from([0, 128, 255, 0, 255, 255, 255, 255]),
      },
    });
  });

  it('may name their pixels by numbers, or write their labels in words without a header', async () => {
    const numbered = await read(file('t.csv', 'label,0,1,2,3\n1,1,2,3,4\n01,1,2,3,4\n0,5,6,7,8\n'));
    expect(numbered).toMatchObject({
      ok: true,
      value: { classes: ['0', '1'], labels: Uint8Array.from([1, 1, 0]) },
    });
    const worded = await read(file('t.csv', '1,2,3,4,dog\n5,6,7,8,cat\n'));
    expect(worded).toMatchObject({
      ok: true,
      value: { classes: ['cat', 'dog'], labels: Uint8Array.from([1, 0]) },
    });
  });

  it('that are wrong say in which row and column', async () => {
    expect(await failure(file('t.csv', `${row('0', 1)}\n1,1,x,1,1\n`))).toEqual({
      code: 'table-value',
      row: 2,
      column: 3,
      value: 'x',
    });
    expect(await failure(file('t.csv', `${row('0', 1)}\n1,1,1\n`))).toEqual({
      code: 'table-ragged',
      row: 2,
      got: 3,
      expected: 5,
    });
    expect(await failure(file('t.csv', '0,1,2,3,4,5\n1,1,2,3,4,5\n'))).toEqual({
      code: 'table-not-square',
      count: 5,
    });
    expect(await failure(file('t.csv', '\n\n'))).toMatchObject({ code: 'table-empty' });
  });
});
