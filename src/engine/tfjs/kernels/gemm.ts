import {
  add,
  addFloat,
  atLeast,
  type Code,
  either,
  type FunctionSource,
  float0,
  int,
  type Local,
  lessThan,
  loadFloat,
  loadSplat,
  loadVector,
  mul,
  mulFloat,
  multiplyAdd,
  repeatWhile,
  storeFloat,
  storeVector,
  sub,
  vector0,
} from './assembler.ts';

/** Rows and columns whose sums are kept in registers: 2·ROWS sums, two columns and a row's number fit 16. */
const ROWS = 6;
const COLUMNS = 8;
/** Products along the inner axis between two jumps. */
const UNROLL = 4;

interface Gemm {
  readonly name: string;
  /** A is given as [inner, m]: its rows lie along the inner axis. */
  readonly transposed: boolean;
  readonly fused: boolean;
}

/**
 * C = A·B, or C += A·B when `accumulate` is not 0; B and C are row-major, A is [m, inner] or its
 * transpose. Addresses and strides in bytes. A tile of C is summed in registers over the whole inner
 * axis: each product needs one load of A for COLUMNS and one of B for ROWS of them.
 */
export const gemm = ({ name, transposed, fused }: Gemm): FunctionSource => ({
  name,
  parameters: 10,
  body: (parameters, locals) => {
    const [a, aStride, b, bStride, c, cStride, m, inner, n, accumulate] =
      parameters as unknown as readonly [
        Local,
        Local,
        Local,
        Local,
        Local,
        Local,
        Local,
        Local,
        Local,
        Local,
      ];
    const i = locals.int();
    const j = locals.int();
    const at = locals.int();
    const aTile = locals.int();
    const bTile = locals.int();
    const cTile = locals.int();
    const pointers = Array.from({ length: transposed ? 1 : ROWS }, locals.int);
    const cRows = Array.from({ length: ROWS }, locals.int);
    const sums = Array.from({ length: (ROWS * COLUMNS) / 4 }, locals.vector);
    const columns = Array.from({ length: COLUMNS / 4 }, locals.vector);
    const single = locals.float();

    const address = (row: number, step: number): { from: Code; offset: number } =>
      transposed
        ? { from: (pointers[0] as Local).get, offset: 4 * row }
        : { from: (pointers[row] as Local).get, offset: 4 * step };

    /** Moves on along the inner axis. */
    const advance = (rows: number, steps: number): Code => [
      ...(transposed
        ? (pointers[0] as Local).set(add((pointers[0] as Local).get, aStride.get))
        : pointers.slice(0, rows).flatMap((p) => p.set(add(p.get, int(4 * steps))))),
    ];

    const start = (rows: number): Code => [
      ...at.set(inner.get),
      ...bTile.set(add(b.get, mul(j.get, int(4)))),
      ...cTile.set(add(add(c.get, mul(i.get, cStride.get)), mul(j.get, int(4)))),
      ...aTile.set(add(a.get, transposed ? mul(i.get, int(4)) : mul(i.get, aStride.get))),
      ...pointers
        .slice(0, transposed ? 1 : rows)
        .flatMap((p, r) =>
          p.set(r === 0 ? aTile.get : add((pointers[r - 1] as Local).get, aStride.get)),
        ),
      ...cRows
        .slice(0, rows)
        .flatMap((p, r) =>
          p.set(r === 0 ? cTile.get : add((cRows[r - 1] as Local).get, cStride.get)),
        ),
    ];

    /** One tile of `rows` × `width` numbers of C, four columns a vector. */
    function tile(rows: number, width: number): Code {
      const vectors = width / 4;
      const sum = (r: number, v: number): Local => sums[r * vectors + v] as Local;
      const each = (make: (r: number, v: number) => Code): Code =>
        Array.from({ length: rows * vectors }, (_, k) =>
          make(Math.floor(k / vectors), k % vectors),
        ).flat();
      const cOf = (r: number): Code => (cRows[r] as Local).get;
      const products = (step: number): Code => [
        ...columns
          .slice(0, vectors)
          .flatMap((column, v) => column.set(loadVector(bTile.get, 16 * v))),
        ...bTile.set(add(bTile.get, bStride.get)),
        ...Array.from({ length: rows }, (_, r) => r).flatMap((r) => {
          const { from, offset } = address(r, step);
          const row = splat;
          return [
            ...row.set(loadSplat(from, offset)),
            ...columns
              .slice(0, vectors)
              .flatMap((column, v) =>
                sum(r, v).set(multiplyAdd(fused, row.get, column.get, sum(r, v).get)),
              ),
          ];
        }),
        ...(transposed ? advance(rows, 1) : []),
      ];
      const steps = (count: number): Code => [
        ...Array.from({ length: count }, (_, step) => step).flatMap(products),
        ...(transposed ? [] : advance(rows, count)),
        ...at.set(sub(at.get, int(count))),
      ];
      return [
        ...start(rows),
        ...either(
          accumulate.get,
          each((r, v) => sum(r, v).set(loadVector(cOf(r), 16 * v))),
          each((r, v) => sum(r, v).set(vector0)),
        ),
        ...repeatWhile(atLeast(at.get, int(UNROLL)), steps(UNROLL)),
        ...repeatWhile(at.get, steps(1)),
        ...each((r, v) => storeVector(cOf(r), sum(r, v).get, 16 * v)),
      ];
    }

    /** One number of C, for columns that fill no vector. */
    const lone: Code = [
      ...start(1),
      ...either(accumulate.get, single.set(loadFloat(cTile.get)), single.set(float0)),
      ...repeatWhile(at.get, [
        ...single.set(
          addFloat(
            single.get,
            mulFloat(loadFloat((pointers[0] as Local).get), loadFloat(bTile.get)),
          ),
        ),
        ...bTile.set(add(bTile.get, bStride.get)),
        ...advance(1, 1),
        ...at.set(sub(at.get, int(1))),
      ]),
      ...storeFloat(cTile.get, single.get),
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
    const splat = locals.vector();
    return [
      ...j.set(int(0)),
      ...across(COLUMNS, [...down(ROWS, tile(ROWS, COLUMNS)), ...down(1, tile(1, COLUMNS))]),
      ...across(4, [...down(ROWS, tile(ROWS, 4)), ...down(1, tile(1, 4))]),
      ...across(1, down(1, lone)),
    ];
  },
});
