import { letMessagesIn } from '../../../engine/let-messages-in.ts';
import { type Making, RATE, type Screening } from './screening.ts';
import { type CodedPicture, type VideoTrack, webmOf } from './webm.ts';

/** Kinds of video that a WebM file holds, the one with the clearest pictures first. */
const kinds = [
  { codec: 'vp09.00.41.08', name: 'V_VP9' },
  { codec: 'vp8', name: 'V_VP8' },
] as const;
/** Bits a second: pictures of a page are sharp, and stand still for the most part. */
const BITRATE = 4_000_000;
/** Pictures that wait to be coded at most. */
const MOST_WAITING = 3;

interface Coding {
  readonly config: VideoEncoderConfig;
  readonly name: VideoTrack['codec'];
}

/** How this browser can code a video of a size without playing it; nothing where it cannot. */
export async function codingOf(size: {
  readonly width: number;
  readonly height: number;
}): Promise<Coding | undefined> {
  if (!('VideoEncoder' in globalThis)) return undefined;
  const { width, height } = size;
  for (const { codec, name } of kinds) {
    const config = { codec, width, height, bitrate: BITRATE, framerate: RATE } as const;
    const answer = await VideoEncoder.isConfigSupported(config).catch(() => undefined);
    if (answer?.supported) return { config, name };
  }
  return undefined;
}

/** A screening as a WebM file, as fast as the machine codes it; nothing if called off. */
export async function codeVideo(
  { canvas, show, shown }: Screening,
  { config, name }: Coding,
  { off, onShown }: Making,
): Promise<Blob | undefined> {
  const pictures: CodedPicture[] = [];
  let broken: Error | undefined;
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      pictures.push({ data, at: chunk.timestamp / 1000, isWhole: chunk.type === 'key' });
    },
    error: (error) => {
      broken = error;
    },
  });
  try {
    encoder.configure(config);
    for (const [i, shot] of shown.entries()) {
      show(shot);
      const [timestamp, duration] = [(i * 1_000_000) / RATE, 1_000_000 / RATE];
      const frame = new VideoFrame(canvas, { timestamp, duration });
      encoder.encode(frame, { keyFrame: i === 0 });
      frame.close();
      // The page goes on meanwhile, and can call it off; a tab in the background is not slowed.
      do await letMessagesIn();
      while (encoder.encodeQueueSize > MOST_WAITING && !broken && !off.aborted);
      if (off.aborted) return undefined;
      if (broken) throw broken;
      onShown((i + 1) / shown.length);
    }
    await encoder.flush();
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
  if (broken) throw broken;
  const { width, height } = config;
  return webmOf({ codec: name, width, height, length: (shown.length * 1000) / RATE }, pictures);
}
