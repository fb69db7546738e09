import { type Making, RATE, type Screening } from './screening.ts';

const types = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** The kind of WebM that this browser records; nothing where it records none. */
export const videoType = (): string | undefined =>
  'MediaRecorder' in globalThis && 'captureStream' in HTMLCanvasElement.prototype
    ? types.find((type) => MediaRecorder.isTypeSupported(type))
    : undefined;

/** A screening as a WebM file. It takes as long as the video is; nothing if called off. */
export async function recordVideo(
  { canvas, show, shown }: Screening,
  { off, onShown }: Making,
): Promise<Blob | undefined> {
  const [type, [first]] = [videoType(), shown];
  if (!type || !first) throw new Error('nothing to record');
  show(first);
  const recorder = new MediaRecorder(canvas.captureStream(RATE), { mimeType: type });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const ended = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => reject(new Error('the video could not be recorded'));
  });
  recorder.start();
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

const until = (moment: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));
