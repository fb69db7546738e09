import { gzipSync } from 'node:zlib';

/** An IDX file of unsigned bytes: magic number, axes, values. */
export function idxFile(axes: readonly number[], values: ArrayLike<number>): Uint8Array {
  const header = new DataView(new ArrayBuffer(4 + 4 * axes.length));
  header.setUint8(2, 8);
  header.setUint8(3, axes.length);
  axes.forEach((axis, i) => {
    header.setUint32(4 + 4 * i, axis);
  });
  const bytes = new Uint8Array(header.byteLength + values.length);
  bytes.set(new Uint8Array(header.buffer));
  bytes.set(Array.from(values), header.byteLength);
  return bytes;
}

/** The four files of a small set like MNIST: bars of 6×6 pixels, upright or lying, gzipped on wish. */
export function smallMnist(rows: { train: number; test: number }, gzipped: boolean) {
  const part = (count: number) => {
    const labels = Array.from({ length: count }, (_, i) => i % 2);
    const pixels = labels.flatMap((label, i) =>
      Array.from({ length: 36 }, (_, at) => {
        const along = label === 0 ? at % 6 : Math.floor(at / 6);
        return along === i % 6 ? 255 : 0;
      }),
    );
    return { images: idxFile([count, 6, 6], pixels), labels: idxFile([count], labels) };
  };
  const [train, test] = [part(rows.train), part(rows.test)];
  const pack = (bytes: Uint8Array): Uint8Array => (gzipped ? gzipSync(bytes) : bytes);
  const ending = gzipped ? '.gz' : '';
  return [
    { name: `train-images-idx3-ubyte${ending}`, bytes: pack(train.images) },
    { name: `train-labels-idx1-ubyte${ending}`, bytes: pack(train.labels) },
    { name: `t10k-images-idx3-ubyte${ending}`, bytes: pack(test.images) },
    { name: `t10k-labels-idx1-ubyte${ending}`, bytes: pack(test.labels) },
  ];
}
