/** A coded picture of a video. */
export interface CodedPicture {
  readonly data: Uint8Array<ArrayBuffer>;
  /** When it is shown, in ms from the beginning; below 32 s. */
  readonly at: number;
  /** Whether it can be shown without those before it. */
  readonly isWhole: boolean;
}

/** What a video is like beside its pictures. */
export interface VideoTrack {
  readonly codec: 'V_VP8' | 'V_VP9';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** In ms. */
  readonly length: number;
}

/** A part of a file: bytes, or parts within parts. */
type Part = Uint8Array<ArrayBuffer> | readonly Part[];

/** Pictures one after the other as a WebM file (Matroska, RFC 9559) of one track and one cluster. */
export function webmOf(
  { codec, width, height, length }: VideoTrack,
  pictures: readonly CodedPicture[],
): Blob {
  const head = element(0x1a45dfa3, [
    element(0x4286, whole(1)),
    element(0x42f7, whole(1)),
    element(0x42f2, whole(4)),
    element(0x42f3, whole(8)),
    element(0x4282, text('webm')),
    element(0x4287, whole(4)),
    element(0x4285, whole(2)),
  ]);
  // Times are in milliseconds: so many nanoseconds.
  const info = element(0x1549a966, [
    element(0x2ad7b1, whole(1_000_000)),
    element(0x4489, double(length)),
    element(0x4d80, text('Netwright')),
    element(0x5741, text('Netwright')),
  ]);
  const size = element(0xe0, [element(0xb0, whole(width)), element(0xba, whole(height))]);
  const track = element(0xae, [
    element(0xd7, whole(TRACK)),
    element(0x73c5, whole(TRACK)),
    element(0x83, whole(VIDEO)),
    element(0x86, text(codec)),
    size,
  ]);
  const cluster = element(0x1f43b675, [element(0xe7, whole(0)), ...pictures.map(block)]);
  const segment = element(0x18538067, [info, element(0x1654ae6b, [track]), cluster]);
  return new Blob(flat([head, segment]), { type: 'video/webm' });
}

const TRACK = 1;
const VIDEO = 1;

/** A picture: its track, its time in two bytes, whether others are needed to show it, and what was coded. */
function block({ data, at, isWhole }: CodedPicture): Part {
  const time = Math.round(at);
  return element(0xa3, [
    Uint8Array.of(0x80 | TRACK, time >> 8, time & 0xff, isWhole ? 0x80 : 0),
    data,
  ]);
}

/** An element: its name, how long it is, and what it holds. */
const element = (name: number, content: Part): Part => [bytesOf(name), lengthOf(content), content];

/** The length in eight bytes, the first of which says that it takes eight. */
function lengthOf(content: Part): Part {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(sizeOf(content)));
  bytes[0] = 1;
  return bytes;
}

const sizeOf = (part: Part): number =>
  flat(part).reduce((sum, { byteLength }) => sum + byteLength, 0);

const flat = (part: Part): Uint8Array<ArrayBuffer>[] =>
  part instanceof Uint8Array ? [part] : part.flatMap(flat);

/** A number above 0 in as few bytes as it needs, the largest first. */
function bytesOf(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.from(bytes);
}

const whole = (value: number): Part => (value === 0 ? Uint8Array.of(0) : bytesOf(value));

const text = (value: string): Part => new TextEncoder().encode(value);

function double(value: number): Part {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}
