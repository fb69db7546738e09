/**
 * Writes WebAssembly, as far as the kernels here need it: functions of whole numbers over one imported
 * memory. Numbers of instructions are those of the core specification, SIMD and relaxed SIMD.
 */
export type Code = readonly number[];

/** Unsigned LEB128. */
function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128. */
function signed(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const text = (value: string): Code => sized([...new TextEncoder().encode(value)]);
const section = (id: number, body: Code): Code => [id, ...sized(body)];

const I32 = 0x7f;
const F32 = 0x7d;
const F64 = 0x7c;
const V128 = 0x7b;
const NO_RESULT = 0x40;
/** Of 64 KB each: the most that 32-bit addresses reach. */
const MOST_PAGES = 65_536;

/** A number that a function keeps: a parameter or a local. */
export interface Local {
  readonly index: number;
  readonly get: Code;
  readonly set: (value: Code) => Code;
}

const local = (index: number): Local => ({
  index,
  get: [0x20, ...unsigned(index)],
  set: (value) => [...value, 0x21, ...unsigned(index)],
});

/** Loads and stores take a constant offset beside the address. */
const memory = (opcode: Code, align: number, offset: number): Code => [
  ...opcode,
  align,
  ...unsigned(offset),
];

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];

/** A whole number. */
export const int = (value: number): Code => [0x41, ...signed(value)];
const binary =
  (opcode: Code) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];

export const add = binary([0x6a]);
export const sub = binary([0x6b]);
export const mul = binary([0x6c]);
export const div = binary([0x6e]);
export const lessThan = binary([0x48]);
export const atLeast = binary([0x4e]);

export const loadInt = (address: Code, offset = 0): Code => [
  ...address,
  ...memory([0x28], 2, offset),
];
export const loadFloat = (address: Code, offset = 0): Code => [
  ...address,
  ...memory([0x2a], 2, offset),
];
export const storeFloat = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...memory([0x38], 2, offset),
];
export const addFloat = binary([0x92]);
export const moreFloat = binary([0x5e]);
export const float0: Code = [0x43, 0, 0, 0, 0];
export const floatLeast: Code = [0x43, 0, 0, 0x80, 0xff];

export const loadVector = (address: Code, offset = 0): Code => [
  ...address,
  ...memory(simd(0x00), 2, offset),
];
export const storeVector = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...memory(simd(0x0b), 2, offset),
];
export const vector0: Code = [...simd(0x0c), ...new Array<number>(16).fill(0)];

/** −∞ in all four places. */
export const vectorLeast: Code = [...simd(0x0c), ...[0, 1, 2, 3].flatMap(() => [0, 0, 0x80, 0xff])];

export const addVector = binary(simd(0xe4));
export const larger = binary(simd(0xe9));
/** All bits set where two places are equal. */
export const equal = binary(simd(0x41));
export const both = binary(simd(0x4e));
/** The bits of the first without those of the second. */
export const without = binary(simd(0x4f));
export const any = binary(simd(0x50));

/** Arithmetic in one precision: a vector is sixteen bytes of it. */
export interface Precision {
  readonly bytes: 4 | 8;
  /** Numbers in a vector. */
  readonly lanes: 4 | 2;
  /** One number of the memory in all places of a vector. */
  readonly splat: (address: Code, offset?: number) => Code;
  /** a·b + c in all places; fused, it rounds once and takes half the instructions. */
  readonly multiplyAdd: (fused: boolean, a: Code, b: Code, c: Code) => Code;
  readonly load: (address: Code, offset?: number) => Code;
  readonly store: (address: Code, value: Code, offset?: number) => Code;
  readonly add: (a: Code, b: Code) => Code;
  readonly multiply: (a: Code, b: Code) => Code;
  readonly zero: Code;
  readonly local: 'float' | 'double';
}

const precision = (
  numbers: Pick<Precision, 'bytes' | 'lanes' | 'local'>,
  codes: {
    readonly splat: number;
    readonly madd: number;
    readonly vectorMul: number;
    readonly vectorAdd: number;
    readonly load: number;
    readonly store: number;
    readonly add: number;
    readonly mul: number;
    readonly constant: number;
  },
): Precision => ({
  ...numbers,
  splat: (address, offset = 0) => [...address, ...memory(simd(codes.splat), 2, offset)],
  multiplyAdd: (fused, a, b, c) =>
    fused
      ? [...a, ...b, ...c, ...simd(codes.madd)]
      : [...a, ...b, ...simd(codes.vectorMul), ...c, ...simd(codes.vectorAdd)],
  load: (address, offset = 0) => [...address, ...memory([codes.load], 2, offset)],
  store: (address, value, offset = 0) => [
    ...address,
    ...value,
    ...memory([codes.store], 2, offset),
  ],
  add: binary([codes.add]),
  multiply: binary([codes.mul]),
  zero: [codes.constant, ...new Array<number>(numbers.bytes).fill(0)],
});

export const single = precision(
  { bytes: 4, lanes: 4, local: 'float' },
  {
    ...{ splat: 0x09, madd: 0x105, vectorMul: 0xe6, vectorAdd: 0xe4 },
    ...{ load: 0x2a, store: 0x38, add: 0x92, mul: 0x94, constant: 0x43 },
  },
);

export const double = precision(
  { bytes: 8, lanes: 2, local: 'double' },
  {
    ...{ splat: 0x0a, madd: 0x107, vectorMul: 0xf2, vectorAdd: 0xf0 },
    ...{ load: 0x2b, store: 0x39, add: 0xa0, mul: 0xa2, constant: 0x44 },
  },
);

/** Two doubles at a time. */
export const doubles = {
  splat: (value: number): Code => [...simd(0x0c), ...bytesOf(value), ...bytesOf(value)],
  negate: (a: Code): Code => [...a, ...simd(0xed)],
  add: binary(simd(0xf0)),
  subtract: binary(simd(0xf1)),
  multiply: binary(simd(0xf2)),
  divide: binary(simd(0xf3)),
  smaller: binary(simd(0xf4)),
  larger: binary(simd(0xf5)),
  nearest: (a: Code): Code => [...a, ...simd(0x94)],
  /** Rounded to single precision. */
  rounded: (a: Code): Code => [...a, ...simd(0x5e), ...simd(0x5f)],
  /** 2 to the power of whole numbers: the exponent's bits, 1023 up and 52 to the left. */
  powerOfTwo: (a: Code): Code => [
    ...[...a, ...simd(0xfc), ...simd(0xc7)],
    ...[...simd(0x0c), ...[0, 1].flatMap(() => [0xff, 0x03, 0, 0, 0, 0, 0, 0]), ...simd(0xce)],
    ...[...int(52), ...simd(0xcb)],
  ],
} as const;

const bytesOf = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];

/** Repeats the body while the condition holds, which is asked first. */
export const repeatWhile = (condition: Code, body: Code): Code => [
  ...[0x02, NO_RESULT, 0x03, NO_RESULT],
  ...[...condition, 0x45, 0x0d, 1],
  ...body,
  ...[0x0c, 0, 0x0b, 0x0b],
];

export const when = (condition: Code, then: Code): Code => [
  ...[...condition, 0x04, NO_RESULT],
  ...then,
  0x0b,
];

export const either = (condition: Code, then: Code, otherwise: Code): Code => [
  ...[...condition, 0x04, NO_RESULT],
  ...then,
  0x05,
  ...otherwise,
  0x0b,
];

/** Hands out the locals of one function. */
export interface Locals {
  readonly int: () => Local;
  readonly float: () => Local;
  readonly double: () => Local;
  readonly vector: () => Local;
}

/** A function that takes whole numbers, which its body knows by name, and gives nothing. */
export interface FunctionSource<Name extends string = string> {
  readonly name: string;
  readonly parameters: readonly Name[];
  readonly body: (parameters: Readonly<Record<Name, Local>>, locals: Locals) => Code;
}

/** Types a function by the names of its parameters. */
export const defineFunction = <const Name extends string>(
  source: FunctionSource<Name>,
): FunctionSource => source as unknown as FunctionSource;

/** The bytes of a module whose functions work on the memory `env.memory`, shared by threads or not. */
export function assemble(
  functions: readonly FunctionSource[],
  shared = false,
): Uint8Array<ArrayBuffer> {
  const limits = shared ? [0x03, 0, ...unsigned(MOST_PAGES)] : [0x00, 0];
  const types = functions.map(({ parameters }) => [
    0x60,
    ...vector(parameters.map(() => [I32])),
    ...vector([]),
  ]);
  const bodies = functions.map(({ parameters, body }) => {
    const kinds: number[] = [];
    const take = (kind: number) => (): Local => local(parameters.length + kinds.push(kind) - 1);
    const given = Object.fromEntries(parameters.map((each, i) => [each, local(i)]));
    const code = body(given, {
      int: take(I32),
      float: take(F32),
      double: take(F64),
      vector: take(V128),
    });
    return sized([...vector(kinds.map((kind) => [1, kind])), ...code, 0x0b]);
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector([[...text('env'), ...text('memory'), 0x02, ...limits]])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]))),
    ...section(10, vector(bodies)),
  ]);
}
