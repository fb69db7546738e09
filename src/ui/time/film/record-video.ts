import { CAPTION, type Captioner } from './caption.ts';
import type { Shot } from './shoot.ts';

/** Pictures a second. */
const RATE = 12;
/** How long the first and the last picture stand, in pictures. */
const HOLD = RATE;
const types = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** The kind of WebM that this browser records; nothing where it records none. */
export const videoType = (): string | undefined =>
  'MediaRecorder' in globalThis && 'captureStream' in HTMLCanvasElement.prototype
    ? types.find((type) => MediaRecorder.isTypeSupported(type))
    : undefined;

/** Pictures one after the other, as a WebM file. It takes as long as the video is; nothing if called off. */
export async function recordVideo(
  shots: readonly Shot[],
  captioner: Captioner,
  { off, onShown }: { readonly off: AbortSignal; readonly onShown: (done: number) => void },
): Promise<Blob | undefined> {
  const [type, [first], last] = [videoType(), shots, shots.at(-1)];
  if (!type || !first || !last) throw new Error('nothing to record');
  const canvas = document.createElement('canvas');
  // Video is coded in blocks: an odd side would be cut.
  const [width, height] = [even(first.image.width), even(first.image.height)];
  Object.assign(canvas, { width, height: height + CAPTION });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const show = (shot: Shot): void => captioner.draw(context, shot, { x: 0, y: 0, width, height });
  show(first);
  const recorder = new MediaRecorder(canvas.captureStream(RATE), { mimeType: type });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const ended = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => reject(new Error('the video could not be recorded'));
  });
  recorder.start();
  const still = (shot: Shot): Shot[] => Array.from({ length: HOLD }, () => shot);
  const shown = [...still(first), ...shots, ...still(last)];
  const begun = performance.now();
  for (const [i, shot] of shown.entries()) {
    if (off.aborted) break;
    show(shot);
    onShown((i + 1) / shown.length);
    await until(begun + ((i + 1) * 1000) / RATE);
  }
  recorder.stop();
  await ended;
  for (const track of recorder.stream.getTracks()) track.stop();
  return off.aborted ? undefined : new Blob(parts, { type: 'video/webm' });
}

const even = (size: number): number => size - (size % 2);

const until = (moment: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));
