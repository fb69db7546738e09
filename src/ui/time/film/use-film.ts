import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../i18n/use-words.ts';
import { useDocument, useStores } from '../../../state/stores.ts';
import { fileNameOf, saveBlob } from '../../share/save-blob.ts';
import { throughout } from '../use-replay.ts';
import { type Captioner, createCaptioner } from './caption.ts';
import { codeVideo, codingOf } from './code-video.ts';
import { drawStrip } from './film-strip.ts';
import type { PictureOnScreen } from './pictures-on-screen.ts';
import { sectionOf } from './pictures-on-screen.ts';
import { recordVideo, videoType } from './record-video.ts';
import { createScreening, type Making } from './screening.ts';
import { discard, type Shot, shoot } from './shoot.ts';

/** What a recording is saved as. */
export type FilmForm = 'video' | 'strip';

/** Pictures of a video, and of a strip. */
export const LENGTH: Readonly<Record<FilmForm, number>> = { video: 60, strip: 12 };

/** How far the work is. */
export interface FilmProgress {
  readonly doing: 'drawing' | 'recording';
  readonly share: number;
}

/** A video, coded as fast as the machine can where the browser lets it; otherwise recorded while it plays. */
async function videoOf(
  shots: readonly Shot[],
  captioner: Captioner,
  making: Making,
): Promise<Blob | undefined> {
  const screening = createScreening(shots, captioner);
  const coding = await codingOf(screening.canvas);
  return coding ? codeVideo(screening, coding, making) : recordVideo(screening, making);
}

/** Whether this browser may code a video, or can record one. */
export const canMakeVideo = (): boolean =>
  'VideoEncoder' in globalThis || videoType() !== undefined;

/** Makes a file of a recording and hands it to the person; can be called off. */
export function useFilm() {
  const { t } = useTranslation();
  const words = useWords();
  const { runs, views } = useStores();
  const title = useDocument(({ document }) => document.meta.title);
  const [progress, setProgress] = useState<FilmProgress>();
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  async function make({ id, title: name }: PictureOnScreen, form: FilmForm): Promise<boolean> {
    const section = sectionOf(id);
    const recording = runs.getState().frame?.recording;
    if (!section || !recording) return false;
    work.current = new AbortController();
    const { signal: off } = work.current;
    let shots: readonly Shot[] = [];
    try {
      views.getState().set({ replaying: false });
      // While it runs, not every step is known: the end stands first.
      await runs.getState().scrub(undefined);
      const whole = runs.getState().frame?.recording ?? recording;
      const steps = throughout(whole, LENGTH[form]);
      setProgress({ doing: 'drawing', share: 0 });
      const onShot = (done: number): void =>
        setProgress({ doing: 'drawing', share: done / steps.length });
      shots = await shoot(runs, section, steps, { off, onShot });
      if (off.aborted) return false;
      const captioner = createCaptioner((figures) => t('film.caption', figures));
      const onShown = (share: number): void => setProgress({ doing: 'recording', share });
      const blob =
        form === 'video'
          ? await videoOf(shots, captioner, { off, onShown })
          : await drawStrip(shots, captioner);
      if (!blob || off.aborted) return false;
      saveBlob(blob, fileNameOf([words(title), name], form === 'video' ? 'webm' : 'png'));
      return true;
    } catch {
      if (!off.aborted) views.getState().notify({ tone: 'bad', text: t('film.failed') });
      return false;
    } finally {
      discard(shots);
      setProgress(undefined);
    }
  }

  return { make, progress, cancel: (): void => work.current?.abort() };
}
