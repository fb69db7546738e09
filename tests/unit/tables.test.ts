import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Samples, scaled, unscaled } from '../../src/core/samples.ts';
import { fullDatasets } from '../../src/datasets/all.ts';
import {
  type DatasetOptions,
  noOptions,
  type OwnTable,
} from '../../src/datasets/define-dataset.ts';
import { readTable } from '../../src/datasets/reading/table-file.ts';
import { type TableSettings, usualSettings } from '../../src/datasets/reading/table-settings.ts';
import { ownTable } from '../../src/datasets/tables/own-table.ts';
import { packTable, unpackTable } from '../../src/datasets/tables/packed-table.ts';
import { summarise } from '../../src/datasets/tables/summary.ts';
import { cellsOf, tableOf } from '../../src/datasets/tables/table.ts';
import { splitSamples } from '../../src/engine/data/data.ts';
import { measureScalings } from '../../src/engine/data/scaling.ts';

const read = (text: string, settings: Partial<TableSettings> = {}) =>
  readTable('mine.csv', new Blob([text]), { ...usualSettings, ...settings });

async function tableFrom(text: string, settings: Partial<TableSettings> = {}) {
  const found = await read(text, settings);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  const { table, notes } = found.value;
  return { ...table, notes, cells: cellsOf(table), names: table.columns.map(({ name }) => name) };
}

describe('a table file', () => {
  it('is read without a first line of names, and past its comments', async () => {
    const { names, cells, notes } = await tableFrom('# scores\n# of four\n73,80,152\n93,88,185\n');
    expect(names).toEqual(['x1', 'x2', 'x3']);
    expect(cells).toEqual([
      [73, 80, 152],
      [93, 88, 185],
    ]);
    expect(notes).toMatchObject({ header: false, separator: ',' });
  });

  it.each([',', ';', '\t', '|'])(
    'finds out that %j stands between its cells',
    async (separator) => {
      const lines = ['hours pass', '1 0', '2.5 1'].map((line) => line.replaceAll(' ', separator));
      const { names, cells, notes } = await tableFrom(lines.join('\r\n'));
      expect(names).toEqual(['hours', 'pass']);
      expect(cells).toEqual([
        [1, 0],
        [2.5, 1],
      ]);
      expect(notes.header).toBe(true);
    },
  );

  it('reads 1,234 as thousands where every comma of a column parts thousands, and says so', async () => {
    const { cells, notes } = await tableFrom(
      'price\tshare\n1,234\t0,125\n-12,000,500\t1,250\n7\t2\n',
    );
    expect(cells).toEqual([
      [1234, 0.125],
      [-12000500, 1.25],
      [7, 2],
    ]);
    expect(notes.grouped).toEqual(['price']);
  });

  it('reads commas as decimal ones from the first that parts no thousands, and misses what is neither', async () => {
    const { cells, notes } = await tableFrom('a\tb\n1,234\t1\n1,234,567\t2\n0,5\t3\n2,5\t4\n');
    expect(cells.map(([a]) => a)).toEqual([1.234, null, 0.5, 2.5]);
    expect(notes).toMatchObject({
      grouped: [],
      strange: 1,
      first: [{ row: 2, text: '1,234,567' }],
    });
  });

  it('reads "1,234" in quotes between commas as thousands', async () => {
    const { cells } = await tableFrom('a,b\n"1,234",1\n"56",2\n');
    expect(cells).toEqual([
      [1234, 1],
      [56, 2],
    ]);
  });

  it('reads 1,5 as a number where cells are separated by semicolons', async () => {
    const { cells } = await tableFrom('a;b\n1,5;2\n-0,25;3\n');
    expect(cells).toEqual([
      [1.5, 2],
      [-0.25, 3],
    ]);
  });

  it('says in which row and column a number is none, and takes the cell as empty', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => (i === 12 ? '13,oops' : `${i + 1},${i * 2}`));
    const { cells, notes } = await tableFrom(`n,twice\n${rows.join('\n')}\n`);
    expect(cells[12]).toEqual([13, null]);
    expect(notes).toMatchObject({
      strange: 1,
      first: [{ row: 13, column: 'twice', text: 'oops' }],
    });
  });

  it('does not take a typo in a small table for a class', async () => {
    const { columns, notes } = await tableFrom('x1,x2,y\n1,2,0\n2,4,1\n3,oops,1\n4,5,0\n5,6,1\n');
    expect(columns[1]?.classes).toBeNull();
    expect(notes.first).toEqual([{ row: 3, column: 'x2', text: 'oops' }]);
  });

  it('says where a quotation mark is not closed, instead of losing the rows after it', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => (i === 4 ? '5,"ten' : `${i},${2 * i}`));
    expect(await read(rows.join('\n'))).toMatchObject({
      ok: false,
      error: { code: 'table-quotes' },
    });
  });

  it('reads letters and quoted lines whole wherever the file is cut', async () => {
    const rows = Array.from(
      { length: 90_000 },
      (_, i) => `${i},${i % 2 ? '한국어' : '"서울\n말"'}`,
    );
    const { columns, rows: count } = await tableFrom(`n,word\n${rows.join('\n')}\n`);
    expect(count).toBe(90_000);
    expect(columns[1]?.classes).toEqual(['서울\n말', '한국어']);
  });

  it('keeps every digit that single precision holds', async () => {
    const { cells } = await tableFrom('12345678,0.1\n16777215,1247700\n');
    expect(cells).toEqual([
      [12345678, 0.1],
      [16777215, 1247700],
    ]);
  });

  it('makes classes of a column of words, sorted', async () => {
    const { columns, cells } = await tableFrom('len,kind\n1,rose\n2,iris\n3,rose\n,iris\n');
    expect(columns[1]?.classes).toEqual(['iris', 'rose']);
    expect(cells).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
      [null, 0],
    ]);
  });

  it('keeps a column of too many words out of the inputs', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `name ${i},${i},${i % 2}`);
    const { rows: count, columns } = await tableFrom(rows.join('\n'));
    const table = tableWith(summarise({ rows: count, columns }), count);
    expect(ownTable.spec({ ...noOptions, table }).columns?.inputs.map(({ name }) => name)).toEqual([
      'x2',
    ]);
  });

  it('names the row that is ragged, or leaves it out on wish', async () => {
    const text = 'a,b\n1,2\n3,4,5\n6,7\n';
    expect(await read(text)).toEqual({
      ok: false,
      error: { code: 'table-ragged', row: 3, got: 3, expected: 2 },
    });
    const { rows, notes } = await tableFrom(text, { skipRagged: true });
    expect([rows, notes.skipped]).toEqual([2, 1]);
  });

  it('says that a separator is wrong', async () => {
    expect(await read('1;2;3\n4;5;6\n', { separator: ',' })).toMatchObject({
      ok: false,
      error: { code: 'table-separator', row: 1, separator: ';' },
    });
  });

  it.each(['', '\n\n', '# nothing but a comment\n'])('says that %j holds no rows', async (text) => {
    expect(await read(text)).toEqual({
      ok: false,
      error: { code: 'table-empty', name: 'mine.csv' },
    });
  });

  it('reads 200 columns, and refuses more than a thousand', async () => {
    const line = (columns: number) => Array.from({ length: columns }, (_, i) => i).join(',');
    expect((await tableFrom(`${line(200)}\n${line(200)}\n`)).columns.length).toBe(200);
    expect(await read(`${line(1001)}\n`)).toMatchObject({ error: { code: 'table-wide' } });
  });

  it('gives columns of one name different ones', async () => {
    expect((await tableFrom('a,a,,a\n1,2,3,4\n')).names).toEqual(['a', 'a 2', 'x3', 'a 3']);
  });

  it('reads quoted cells with separators and lines in them', async () => {
    const { columns } = await tableFrom('n,what\n1,"red, or\nso"\n2,blue\n');
    expect(columns[1]?.classes).toEqual(['blue', 'red, or\nso']);
  });
});

const tableWith = (columns: OwnTable['columns'], rows: number): OwnTable => ({
  key: 'kept',
  title: 'Mine',
  rows,
  columns,
  cells: null,
});

it('keeps a table in bytes and gets it back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.float({ noNaN: true }), fc.option(fc.float({ noNaN: true }))), {
        minLength: 1,
        maxLength: 50,
      }),
      fc.nat(3),
      (rows, offset) => {
        const table = tableOf(['a', 'b'], rows);
        const packed = packTable(table);
        // Bytes may arrive anywhere in a larger block.
        const moved = new Uint8Array(packed.length + offset);
        moved.set(packed, offset);
        expect(unpackTable(moved.subarray(offset))).toEqual({ ok: true, value: table });
      },
    ),
  );
  expect(unpackTable(packTable(tableOf(['a'], [[1], [2]])).subarray(0, -1))).toEqual({
    ok: false,
    error: 'truncated',
  });
});

describe('scaling by column', () => {
  const sampled = (id: string, options: Partial<DatasetOptions> = {}) => {
    const samples = fullDatasets.get(id)?.samples({ ...noOptions, ...options });
    if (!samples) throw new Error(`no ${id}`);
    return samples;
  };
  const asAll = (rest: 'minMax' | 'standard') =>
    ({ standardise: false, augmentation: undefined, columns: { rest, byIndex: {} } }) as const;

  it('is the lecture’s min-max, to the digit', () => {
    const samples = sampled('stockEight');
    const { scaling, labelScaling } = measureScalings(samples, asAll('minMax'));
    const x = scaled(samples.x as Float32Array, scaling);
    // Open, high, volume, low of the second day, and its closing price (labs.md, lab-07-3).
    [0.70548491, 0.70439552, 1, 0.71881782].forEach((wanted, i) => {
      expect(x[4 + i]).toBeCloseTo(wanted, 5);
    });
    expect(scaled(samples.y, labelScaling)[1]).toBeCloseTo(0.83755791, 5);
  });

  it('is the lecture’s standardisation, with the population’s spread', () => {
    const samples = sampled('stockEight');
    const { scaling, labelScaling } = measureScalings(samples, asAll('standard'));
    const x = scaled(samples.x as Float32Array, scaling);
    [1.800449, 1.885134, -1.282301, 1.727872].forEach((wanted, i) => {
      expect(x[i]).toBeCloseTo(wanted, 4);
    });
    expect(scaled(samples.y, labelScaling)[0]).toBeCloseTo(1.618899, 4);
  });

  it('can be another for each column, and is measured on the rows for training alone', () => {
    const { scaling } = measureScalings(sampled('stockEight'), {
      ...asAll('standard'),
      columns: { rest: 'none', byIndex: { 2: 'minMax' } },
    });
    expect(scaling?.shift).toEqual([0, 0, 908100, 0]);
    expect(scaling?.scale[0]).toBe(1);
  });

  it('is undone again', () => {
    const numbers = fc.float({ noNaN: true, min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(numbers, numbers, numbers), { minLength: 2, maxLength: 30 }),
        fc.constantFrom('minMax' as const, 'standard' as const),
        (cells, method) => {
          const table: OwnTable = {
            ...tableWith(summarise(tableOf(['a', 'b', 'c'], cells)), cells.length),
            key: '',
            cells,
          };
          const samples = ownTable.samples({ ...noOptions, table, labelKind: 'number' });
          const { labelScaling } = measureScalings(samples, asAll(method));
          const back = unscaled(scaled(samples.y, labelScaling), labelScaling);
          back.forEach((value, i) => {
            expect(value).toBeCloseTo(samples.y[i] ?? Number.NaN, 2);
          });
        },
      ),
    );
  });
});

describe('columns of a table', () => {
  const cells = [
    [1, 10, 0],
    [2, null, 1],
    [3, 30, null],
    [4, 50, 2],
  ];
  const table: OwnTable = {
    ...tableWith(summarise(tableOf(['a', 'b', 'c'], cells)), cells.length),
    key: '',
    cells,
  };
  const samplesOf = (options: Partial<DatasetOptions> = {}) =>
    ownTable.samples({ ...noOptions, table, ...options });

  it('fill an empty input with the mean, and leave out a row without a label', () => {
    const { x, y, rows } = splitSamples(samplesOf(), 0).all;
    expect([rows, [...x], [...y]]).toEqual([3, [1, 10, 2, 30, 4, 50], [0, 1, 2]]);
  });

  it('fill an empty input with the mean of the rows for training alone', () => {
    const values = [[1], [NaN], [3], [100], [NaN]].map(([value]) => value as number);
    const samples: Samples = {
      ...samplesOf(),
      spec: { input: [1], target: { type: 'numbers', size: 1 } },
      rows: 5,
      x: Float32Array.from(values),
      y: Float32Array.from([0, 1, 2, 3, 4]),
      hasGaps: true,
      testRows: 2,
    };
    const { all, train, test } = splitSamples(samples, 0);
    expect([...all.x]).toEqual([1, 2, 3, 100, 2]);
    expect([...train.x]).toEqual([1, 2, 3]);
    expect([...(test?.x ?? [])]).toEqual([100, 2]);
  });

  it('leave out rows with an empty input on wish', () => {
    const { x, rows } = samplesOf({ missing: 'drop' });
    expect([rows, [...x]]).toEqual([2, [1, 10, 4, 50]]);
  });

  it('can be told several at once, as numbers or as a one-hot class', () => {
    const oneHot: OwnTable = {
      ...table,
      rows: 2,
      columns: summarise(
        tableOf(
          ['x', 'no', 'yes'],
          [
            [5, 1, 0],
            [6, 0, 1],
          ],
        ),
      ),
      cells: [
        [5, 1, 0],
        [6, 0, 1],
      ],
    };
    const both = { table: oneHot, labels: [1, 2] };
    expect([...samplesOf({ ...both, labelKind: 'number' }).y]).toEqual([1, 0, 0, 1]);
    expect([...samplesOf({ ...both, labelKind: 'class' }).y]).toEqual([0, 1]);
    expect(ownTable.classNames?.({ ...noOptions, ...both, labelKind: 'class' })).toEqual([
      'no',
      'yes',
    ]);
  });

  it('say what keeps them from being used, and how to mend it', () => {
    const problemWith = (options: Partial<DatasetOptions>) =>
      ownTable.problem?.({ ...noOptions, table, ...options });
    expect(problemWith({})).toBeUndefined();
    expect(problemWith({ inputs: [] })).toMatchObject({
      code: 'no-inputs',
      mend: { inputs: null },
    });
    expect(problemWith({ labels: [] })).toMatchObject({ code: 'no-label' });
    expect(problemWith({ labels: [1], labelKind: 'class', depth: 3 })).toMatchObject({
      code: 'label-not-class',
      column: 'b',
      mend: { depth: null },
    });
  });

  it('mark what lies far off: the student who studied fifty hours', () => {
    const hours = fullDatasets.get('passSeven')?.columns?.(noOptions)[0];
    expect(hours).toMatchObject({ min: 1, max: 50, outliers: 1, missing: 0 });
  });
});
