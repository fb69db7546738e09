import { add, defineFunction, double, int, lessThan, mul, repeatWhile } from '../wasm/assembler.ts';

/** to [columns, rows] = from [rows, columns] turned over. */
export const transposeVectors = defineFunction({
  name: 'transpose',
  parameters: ['from', 'rows', 'columns', 'to'],
  body: ({ from, rows, columns, to }, locals) => {
    const row = locals.int();
    const column = locals.int();
    const at = locals.int();
    const down = locals.int();
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
});
