import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { drawGraph } from '../../exporters/graph-scene.ts';
import { printSvg } from '../../exporters/graph-svg.ts';
import type { Scene } from '../../exporters/scene.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStores } from '../../state/stores.ts';
import { figureOf } from './graph-figure.ts';
import { createMeasure, paintPng, possibleScale } from './paint-scene.ts';
import { createPlainColour } from './plain-colour.ts';
import { fileNameOf, saveBlob } from './save-blob.ts';
import { createTokenColour } from './token-colour.ts';

/** Saves the graph as a drawing for slides and papers, in the colours of the light theme. */
export function useGraphPicture() {
  const { documents, compilations, catalogue, views } = useStores();
  const { t } = useTranslation();
  const words = useWords();

  const draw = useCallback((): Scene => {
    const { document } = documents.getState();
    const [onPaper, plain] = [createTokenColour('paper'), createPlainColour()];
    const colour = (css: string): string => plain(onPaper(css));
    const parts = { document, compilation: compilations.getState(), catalogue, t, words, colour };
    const palette = {
      surface: colour('var(--surface)'),
      surface2: colour('var(--surface-2)'),
      line: colour('var(--line)'),
      lineStrong: colour('var(--line-strong)'),
      ink: colour('var(--ink)'),
      ink2: colour('var(--ink-2)'),
      ink3: colour('var(--ink-3)'),
    };
    const title = words(document.meta.title) || t('app.untitled');
    return drawGraph(title, figureOf(parts), palette, createMeasure());
  }, [documents, compilations, catalogue, t, words]);

  const saveSvg = useCallback((): void => {
    const scene = draw();
    const blob = new Blob([printSvg(scene)], { type: 'image/svg+xml' });
    saveBlob(blob, fileNameOf([scene.title, t('share.graph')], 'svg'));
  }, [draw, t]);

  const savePng = useCallback(
    async (wanted: number): Promise<void> => {
      const { notify } = views.getState();
      const scene = draw();
      const scale = possibleScale(scene, wanted);
      try {
        saveBlob(await paintPng(scene, scale), fileNameOf([scene.title, t('share.graph')], 'png'));
        if (scale < wanted) notify({ tone: 'info', text: t('share.smaller') });
      } catch {
        notify({ tone: 'bad', text: t('share.noPng') });
      }
    },
    [draw, t, views],
  );

  return { saveSvg, savePng };
}
