import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { config } from 'zod';
import { type Catalogue, isMadeOf } from '../compiler/resolve.ts';
import { datasetCatalogue } from '../datasets/index.ts';
import { createTranslator, preferredLanguage } from '../i18n/index.ts';
import { firstKinds } from '../layers/first.ts';
import { createAdviceStore } from '../state/advice/advice-store.ts';
import { createCompilationStore } from '../state/compilation-store.ts';
import { followStudy } from '../state/follow-study.ts';
import { createImageImports } from '../state/image-imports.ts';
import { createRunKeeper, readRun } from '../state/kept-run.ts';
import { createLessonShelf } from '../state/lesson-shelf.ts';
import { createLessonStore } from '../state/lesson-store.ts';
import { createOwnBlocks } from '../state/own-blocks.ts';
import { isEmbedded, readLink } from '../state/page-link.ts';
import { createProjectStore } from '../state/projects/project-store.ts';
import { pruneSelection } from '../state/prune-selection.ts';
import { createRateStore } from '../state/rate-store.ts';
import { createRunList } from '../state/run-list.ts';
import { createRunStore } from '../state/run-store.ts';
import { createSeedStore } from '../state/seeds/seed-store.ts';
import { type Stores, StoresProvider } from '../state/stores.ts';
import { createViewStore } from '../state/view-store.ts';
import { Failsafe } from '../ui/kit/failsafe.tsx';
import { App } from './App.tsx';
import { Broken } from './broken.tsx';
import { followPace } from './follow-pace.ts';
import { followView } from './follow-view.ts';
import { openFirst } from './open-first.ts';

/** Points and the layers of most networks: enough for many a first screen. */
const firstCatalogue: Catalogue = {
  layers: new Map(firstKinds.map((kind) => [kind.kind, kind])),
  datasets: datasetCatalogue,
};

/** Everything a graph may be made of. */
async function loadCatalogue(): Promise<Catalogue> {
  const [tensors, sets] = await Promise.all([
    import('../layers/tensors/index.ts'),
    import('../datasets/all.ts'),
  ]);
  return { layers: tensors.fullCatalogue, datasets: sets.fullDatasets };
}

// zod compiles its checks with `Function` where it may; the page's security policy forbids that.
config({ jitless: true });

async function start(): Promise<void> {
  const views = createViewStore(preferredLanguage());
  const study = createLessonStore();
  const [translator, { lessonFiles, cardFiles }] = await Promise.all([
    createTranslator(views.getState().language),
    import('./lesson-files.ts'),
  ]);
  const lessons = createLessonShelf(lessonFiles, cardFiles);
  const link = readLink(location.search);
  // What is shown without the editing tools, or within another page, is nobody's work.
  const framed = isEmbedded();
  study.getState().set({ framed });
  const keeps = link.edit && !framed;
  const projects = createProjectStore();
  const { documents, found, resumes } = await openFirst(link, {
    lessons,
    views,
    study,
    translator,
    projects,
    keeps,
  });
  const { graph } = documents.getState().document;
  // Images, tables, rarer layers and steps of calculations come when the page stands, or first where the document has some.
  const isPlain = isMadeOf(graph, firstCatalogue);
  const catalogue = isPlain ? firstCatalogue : await loadCatalogue();
  const { compilations, setCatalogue } = createCompilationStore(documents, catalogue);
  const spawn = (): Worker =>
    new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  const ownProject = (): string | undefined =>
    projects.getState().keeping?.is === 'elsewhere' ? undefined : documents.getState().project;
  const kept = resumes ? await readRun(documents.getState().project) : undefined;
  const runs = createRunStore(documents, compilations, {
    spawn,
    kept,
    keep: keeps ? createRunKeeper(ownProject) : () => {},
  });
  const runList = createRunList(documents, runs, projects, keeps);
  const imports = createImageImports(
    () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' }),
  );
  const stores: Stores = {
    documents,
    compilations,
    runs,
    runList,
    views,
    catalogue,
    lessons,
    imports,
    ownBlocks: createOwnBlocks(),
    study,
    projects,
    advice: createAdviceStore(),
    rate: createRateStore(
      () => new Worker(new URL('./rate.worker.ts', import.meta.url), { type: 'module' }),
    ),
    seeds: createSeedStore(
      documents,
      () => new Worker(new URL('./seeds.worker.ts', import.meta.url), { type: 'module' }),
    ),
  };

  pruneSelection(documents, views);
  void import('../ui/canvas/wires/drop-pending.ts').then(({ dropPending }) => dropPending(stores));
  followView(views, translator);
  followPace(views, runs);
  followStudy(stores);
  if (keeps) {
    void import('./keep.ts').then(
      ({ keep }) => keep(stores, found, translator),
      () => {},
    );
  }

  if (kept?.ran) {
    const text = translator.t('keeping.wasTraining', { step: kept.step.toLocaleString() });
    views.getState().notify({ tone: 'info', text });
  }

  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const page = createRoot(root);
  const show = (shown: Stores): void =>
    page.render(
      <StrictMode>
        <I18nextProvider i18n={translator}>
          <StoresProvider value={shown}>
            <Failsafe instead={<Broken />}>
              <App />
            </Failsafe>
          </StoresProvider>
        </I18nextProvider>
      </StrictMode>,
    );
  show(stores);
  if (keeps)
    void runList
      .getState()
      .restore()
      .catch(() => {});
  if (!isPlain) return;
  const full = await loadCatalogue().catch(() => undefined);
  if (!full) {
    const action = { label: translator.t('storage.reload'), run: () => location.reload() };
    views.getState().notify({ tone: 'bad', text: translator.t('storage.parts'), action });
    return;
  }
  setCatalogue(full);
  show({ ...stores, catalogue: full });
}

void start();
