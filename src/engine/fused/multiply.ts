/** Where the numbers of a matrix lie: entry (i, j) at `i · row + j · column`. */
export interface Strided {
  readonly values: Float64Array;
  readonly row: number;
  readonly column: number;
}

/**
 * C = A·B, plus `bias` on every row when there is one; A is [m, inner], B is [inner, n], C is
 * [m, n] row-major. Any transpose is a matter of strides. Two rows by four columns are kept in
 * registers at a time, so that six loads serve eight products.
 */
export function multiply(
  a: Strided,
  b: Strided,
  c: Float64Array,
  m: number,
  inner: number,
  n: number,
  bias?: Float64Array,
): void {
  const av = a.values;
  const bv = b.values;
  const { row: ai, column: ak } = a;
  const { row: bk, column: bj } = b;
  let i = 0;
  for (; i + 1 < m; i += 2) {
    const a0 = i * ai;
    const c0 = i * n;
    const c1 = c0 + n;
    let j = 0;
    for (; j + 3 < n; j += 4) {
      let s0 = bias ? (bias[j] as number) : 0;
      let s1 = bias ? (bias[j + 1] as number) : 0;
      let s2 = bias ? (bias[j + 2] as number) : 0;
      let s3 = bias ? (bias[j + 3] as number) : 0;
      let t0 = s0;
      let t1 = s1;
      let t2 = s2;
      let t3 = s3;
      let p = a0;
      let q = j * bj;
      for (let k = 0; k < inner; k++) {
        const x = av[p] as number;
        const y = av[p + ai] as number;
        const b0 = bv[q] as number;
        const b1 = bv[q + bj] as number;
        const b2 = bv[q + 2 * bj] as number;
        const b3 = bv[q + 3 * bj] as number;
        s0 += x * b0;
        s1 += x * b1;
        s2 += x * b2;
        s3 += x * b3;
        t0 += y * b0;
        t1 += y * b1;
        t2 += y * b2;
        t3 += y * b3;
        p += ak;
        q += bk;
      }
      c[c0 + j] = s0;
      c[c0 + j + 1] = s1;
      c[c0 + j + 2] = s2;
      c[c0 + j + 3] = s3;
      c[c1 + j] = t0;
      c[c1 + j + 1] = t1;
      c[c1 + j + 2] = t2;
      c[c1 + j + 3] = t3;
    }
    for (; j < n; j++) {
      let s = bias ? (bias[j] as number) : 0;
      let t = s;
      let p = a0;
      let q = j * bj;
      for (let k = 0; k < inner; k++) {
        const b0 = bv[q] as number;
        s += (av[p] as number) * b0;
        t += (av[p + ai] as number) * b0;
        p += ak;
        q += bk;
      }
      c[c0 + j] = s;
      c[c1 + j] = t;
    }
  }
  if (i < m) {
    const c0 = i * n;
    for (let j = 0; j < n; j++) {
      let s = bias ? (bias[j] as number) : 0;
      let p = i * ai;
      let q = j * bj;
      for (let k = 0; k < inner; k++) {
        s += (av[p] as number) * (bv[q] as number);
        p += ak;
        q += bk;
      }
      c[c0 + j] = s;
    }
  }
}
