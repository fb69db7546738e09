import {
  add,
  double,
  type FunctionSource,
  int,
  type Local,
  lessThan,
  mul,
  repeatWhile,
} from '../wasm/assembler.ts';

/** to [columns, rows] = from [rows, columns] turned over. */
export const transposeVectors: FunctionSource = {
  name: 'transpose',
  parameters: 4,
  body: (parameters, locals) => {
    const [from, rows, columns, to] = parameters as readonly [Local, Local, Local, Local];
    const [row, column, at, down] = Array.from({ length: 4 }, locals.int) as [
      Local,
      Local,
      Local,
      Local,
    ];
    return [
      ...row.set(int(0)),
      ...repeatWhile(lessThan(row.get, rows.get), [
        ...column.set(int(0)),
        ...at.set(add(to.get, mul(row.get, int(8)))),
        ...down.set(mul(rows.get, int(8))),
        ...repeatWhile(lessThan(column.get, columns.get), [
          ...double.store(at.get, double.load(from.get)),
          ...from.set(add(from.get, int(8))),
          ...at.set(add(at.get, down.get)),
          ...column.set(add(column.get, int(1))),
        ]),
        ...row.set(add(row.get, int(1))),
      ]),
    ];
  },
};
