import {
  add,
  atLeast,
  type Code,
  defineFunction,
  either,
  int,
  type Local,
  lessThan,
  loadVector,
  mul,
  type Precision,
  repeatWhile,
  storeVector,
  sub,
  vector0,
} from './assembler.ts';

/** Products along the inner axis between two jumps. */
const UNROLL = 4;

interface Gemm {
  readonly name: string;
  readonly precision: Precision;
  /** A is given as [inner, m]: its rows lie along the inner axis. */
  readonly transposed: boolean;
  readonly fused: boolean;
  /**
   * Rows and columns of C that are summed in registers at a time, from the largest tile on; there are
   * sixteen registers for the sums, a row's number and a line of columns.
   */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * C = A·B, C += A·B when `accumulate` is not 0, or C = A·B + bias on every row when `bias` is the
 * address of one. B and C are row-major, A is [m, inner] or its transpose. Addresses and strides in
 * bytes. A tile of C stays in registers over the whole inner axis: each product needs one load of A for
 * all columns of the tile, and one of B for all its rows.
 */
export const gemm = (about: Gemm) =>
  defineFunction({
    name: about.name,
    parameters: [
      'a',
      'aStride',
      'b',
      'bStride',
      'c',
      'cStride',
      'm',
      'inner',
      'n',
      'accumulate',
      'bias',
    ],
    body: ({ a, aStride, b, bStride, c, cStride, m, inner, n, accumulate, bias }, locals) => {
      const { precision, transposed, fused } = about;
      const { bytes, lanes } = precision;
      const most = Math.max(...about.rows);
      const widest = Math.max(...about.columns) / lanes;
      const i = locals.int();
      const j = locals.int();
      const at = locals.int();
      const bTile = locals.int();
      const cTile = locals.int();
      const biasTile = locals.int();
      const pointers = Array.from({ length: transposed ? 1 : most }, locals.int);
      const cRows = Array.from({ length: most }, locals.int);
      const sums = Array.from({ length: most * widest }, locals.vector);
      const columns = Array.from({ length: widest }, locals.vector);
      const number = locals.vector();
      const lone = locals[precision.local]();
      const scaled = (index: Local): Code => mul(index.get, int(bytes));
      const first = pointers[0] as Local;

      /** Points the first `count` of some locals at lines that lie a stride apart. */
      const lines = (of: readonly Local[], count: number, from: Code, stride: Local): Code =>
        of
          .slice(0, count)
          .flatMap((p, r) => p.set(r === 0 ? from : add((of[r - 1] as Local).get, stride.get)));

      const start = (rows: number): Code => [
        ...at.set(inner.get),
        ...bTile.set(add(b.get, scaled(j))),
        ...biasTile.set(add(bias.get, scaled(j))),
        ...cTile.set(add(add(c.get, mul(i.get, cStride.get)), scaled(j))),
        ...(transposed
          ? first.set(add(a.get, scaled(i)))
          : lines(pointers, rows, add(a.get, mul(i.get, aStride.get)), aStride)),
        ...lines(cRows, rows, cTile.get, cStride),
      ];

      /** Where row `r` of A has its number `step` places on. */
      const place = (r: number, step: number): { from: Code; offset: number } =>
        transposed
          ? { from: first.get, offset: bytes * r }
          : { from: (pointers[r] as Local).get, offset: bytes * step };

      /** Moves on along the inner axis; a transposed A has moved with every product. */
      const advance = (rows: number, steps: number): Code =>
        transposed
          ? []
          : pointers.slice(0, rows).flatMap((p) => p.set(add(p.get, int(bytes * steps))));

      /** What a sum starts from: bias, what C holds, or nothing. */
      const begin = (fromBias: Code, fromC: Code, fromNothing: Code): Code =>
        either(bias.get, fromBias, either(accumulate.get, fromC, fromNothing));

      function tile(rows: number, width: number): Code {
        const vectors = width / lanes;
        const sum = (r: number, v: number): Local => sums[r * vectors + v] as Local;
        const each = (make: (r: number, v: number) => Code): Code =>
          Array.from({ length: rows * vectors }, (_, k) =>
            make(Math.floor(k / vectors), k % vectors),
          ).flat();
        const line = columns.slice(0, vectors);
        const cOf = (r: number): Code => (cRows[r] as Local).get;
        const products = (step: number): Code => [
          ...line.flatMap((column, v) => column.set(loadVector(bTile.get, 16 * v))),
          ...bTile.set(add(bTile.get, bStride.get)),
          ...Array.from({ length: rows }, (_, r) => r).flatMap((r) => {
            const { from, offset } = place(r, step);
            return [
              ...number.set(precision.splat(from, offset)),
              ...line.flatMap((column, v) =>
                sum(r, v).set(precision.multiplyAdd(fused, number.get, column.get, sum(r, v).get)),
              ),
            ];
          }),
          ...(transposed ? first.set(add(first.get, aStride.get)) : []),
        ];
        const steps = (count: number): Code => [
          ...Array.from({ length: count }, (_, step) => step).flatMap(products),
          ...advance(rows, count),
          ...at.set(sub(at.get, int(count))),
        ];
        return [
          ...start(rows),
          ...begin(
            each((r, v) => sum(r, v).set(loadVector(biasTile.get, 16 * v))),
            each((r, v) => sum(r, v).set(loadVector(cOf(r), 16 * v))),
            each((r, v) => sum(r, v).set(vector0)),
          ),
          ...repeatWhile(atLeast(at.get, int(UNROLL)), steps(UNROLL)),
          ...repeatWhile(at.get, steps(1)),
          ...each((r, v) => storeVector(cOf(r), sum(r, v).get, 16 * v)),
        ];
      }

      /** One number of C, for columns that fill no vector. */
      const single: Code = [
        ...start(1),
        ...begin(
          lone.set(precision.load(biasTile.get)),
          lone.set(precision.load(cTile.get)),
          lone.set(precision.zero),
        ),
        ...repeatWhile(at.get, [
          ...lone.set(
            precision.add(
              lone.get,
              precision.multiply(precision.load(first.get), precision.load(bTile.get)),
            ),
          ),
          ...bTile.set(add(bTile.get, bStride.get)),
          ...(transposed ? first.set(add(first.get, aStride.get)) : advance(1, 1)),
          ...at.set(sub(at.get, int(1))),
        ]),
        ...precision.store(cTile.get, lone.get),
      ];

      const down = (rows: number, body: Code): Code =>
        repeatWhile(lessThan(add(i.get, int(rows - 1)), m.get), [
          ...body,
          ...i.set(add(i.get, int(rows))),
        ]);
      const across = (width: number, body: Code): Code =>
        repeatWhile(lessThan(add(j.get, int(width - 1)), n.get), [
          ...i.set(int(0)),
          ...body,
          ...j.set(add(j.get, int(width))),
        ]);
      return [
        ...j.set(int(0)),
        ...about.columns.flatMap((width) =>
          across(
            width,
            about.rows.flatMap((rows) => down(rows, tile(rows, width))),
          ),
        ),
        ...across(1, down(1, single)),
      ];
    },
  });
