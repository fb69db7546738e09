import { ReactFlowProvider } from '@xyflow/react';
import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useStores, useStudy, useView } from '../state/stores.ts';
import { useEarlyKeys } from '../ui/actions/use-early-keys.ts';
import { TopBar } from '../ui/bar/top-bar.tsx';
import { Canvas } from '../ui/canvas/canvas.tsx';
import { Failsafe } from '../ui/kit/failsafe.tsx';
import { SectionTools } from '../ui/kit/section-tools.ts';
import { Tabs } from '../ui/kit/tabs.tsx';
import { StripSpace } from '../ui/lessons/strip-space.tsx';
import { Notices, StandingNotices } from '../ui/notices/notices.tsx';
import { useTroubleNotices } from '../ui/notices/use-trouble-notices.ts';
import { CarriedGhost } from '../ui/palette/carried-ghost.tsx';
import { Palette } from '../ui/palette/palette.tsx';
import { SidePanel } from '../ui/panels/side-panel.tsx';
import { useOneSheet } from '../ui/panels/use-one-sheet.ts';
import { SeePanel } from '../ui/see-panel.tsx';
import { pictureTools } from '../ui/share/picture-tools.tsx';
import { TimePlace } from '../ui/time/time-place.tsx';
import { RunBar } from '../ui/train/run-bar.tsx';

// What is not on the first screen is loaded when it is wanted.
const Inspector = lazy(async () => ({
  default: (await import('../ui/inspector/inspector.tsx')).Inspector,
}));
const TrainPanel = lazy(async () => ({
  default: (await import('../ui/train/train-panel.tsx')).TrainPanel,
}));
const StartPage = lazy(async () => ({
  default: (await import('../ui/lessons/start-page.tsx')).StartPage,
}));
const DoubtfulFile = lazy(async () => ({
  default: (await import('../ui/files/doubtful-file.tsx')).DoubtfulFile,
}));

const TableDialog = lazy(async () => ({
  default: (await import('../ui/data/table/table-dialog.tsx')).TableDialog,
}));
const CourseView = lazy(async () => ({
  default: (await import('../ui/lessons/course-view.tsx')).CourseView,
}));
const CardStrip = lazy(async () => ({
  default: (await import('../ui/lessons/card-strip.tsx')).CardStrip,
}));
const KeysSheet = lazy(async () => ({
  default: (await import('../ui/actions/keys-sheet.tsx')).KeysSheet,
}));
const KindList = lazy(async () => ({
  default: (await import('../ui/edit/kind-list.tsx')).KindList,
}));
const ProjectsDialog = lazy(async () => ({
  default: (await import('../ui/projects/projects-dialog.tsx')).ProjectsDialog,
}));
const CommandPalette = lazy(async () => ({
  default: (await import('../ui/commands/command-palette.tsx')).CommandPalette,
}));
const TargetMenu = lazy(async () => ({
  default: (await import('../ui/menus/target-menu.tsx')).TargetMenu,
}));
const Outline = lazy(async () => ({
  default: (await import('../ui/outline/outline.tsx')).Outline,
}));
const Announcer = lazy(async () => ({
  default: (await import('../ui/speech/announcer.tsx')).Announcer,
}));
const HistoryDialog = lazy(async () => ({
  default: (await import('../ui/projects/history-dialog.tsx')).HistoryDialog,
}));
const FilmDialog = lazy(async () => ({
  default: (await import('../ui/time/film/film-dialog.tsx')).FilmDialog,
}));
const SecondTab = lazy(async () => ({
  default: (await import('../ui/projects/second-tab.tsx')).SecondTab,
}));
const ActionKeys = lazy(async () => ({
  default: (await import('../ui/actions/action-keys.tsx')).ActionKeys,
}));
const Clipboard = lazy(async () => ({
  default: (await import('../ui/edit/clipboard.tsx')).Clipboard,
}));
const DataPanel = lazy(async () => ({
  default: (await import('../ui/data/data-panel.tsx')).DataPanel,
}));
const ImportProgress = lazy(async () => ({
  default: (await import('../ui/data/import-progress.tsx')).ImportProgress,
}));
const LinkOpener = lazy(async () => ({
  default: (await import('../ui/share/link-opener.tsx')).LinkOpener,
}));
const ShareDialog = lazy(async () => ({
  default: (await import('../ui/share/share-dialog.tsx')).ShareDialog,
}));
const FileDrop = lazy(async () => ({
  default: (await import('../ui/files/file-drop.tsx')).FileDrop,
}));
const FailureNote = lazy(async () => ({
  default: (await import('../ui/train/failure-note.tsx')).FailureNote,
}));
const Lens = lazy(async () => ({
  default: (await import('../visualisations/layer-maps/lens.tsx')).Lens,
}));

const AdviceWatch = lazy(async () => ({
  default: (await import('../ui/advice/advice-watch.tsx')).AdviceWatch,
}));
const WalkLayer = lazy(async () => ({
  default: (await import('../ui/walk/walk-layer.tsx')).WalkLayer,
}));

/** The keys of all actions; what is pressed before they are loaded is not lost. */
function Keys() {
  const takeEarly = useEarlyKeys();
  return <Later page={<ActionKeys takeEarly={takeEarly} />} />;
}

/** The page's regions. */
export function App() {
  const presenting = useStudy((study) => study.presenting);
  const outline = useView((view) => view.outline);
  useOneSheet();
  return (
    <ReactFlowProvider>
      <div
        className={`grid h-full grid-cols-[auto_minmax(0,1fr)_auto] ${presenting ? 'grid-rows-[minmax(0,1fr)_auto]' : 'grid-rows-[48px_minmax(0,1fr)_auto]'}`}
      >
        {presenting ? null : <TopBar />}
        <LeftPanel />
        <div className="grid min-h-0 min-w-0 grid-rows-[auto_minmax(0,1fr)_auto]">
          <StandingNotices />
          <div className="relative grid min-h-0 min-w-0">
            <div className="contents" inert={outline}>
              <Canvas />
            </div>
            {outline ? <Later page={<Outline />} /> : null}
            <WalkPlace />
            <LensPlace />
            <Later page={<FailureNote />} />
          </div>
          <CardPlace />
        </div>
        <RightPanel />
        <div className="col-span-full min-w-0">
          <TimePlace />
          <RunBar />
        </div>
      </div>
      <CarriedGhost />
      <Later page={<ImportProgress />} />
      <Later page={<FileDrop />} />
      <Later page={<LinkOpener />} />
      <Keys />
      <Later page={<Announcer />} />
      <Later page={<AdviceWatch />} />
      <Later page={<Clipboard />} />
      <Windows />
      <Messages />
    </ReactFlowProvider>
  );
}

function LeftPanel() {
  const { t } = useTranslation();
  const { views } = useStores();
  const [tab, open] = useView((view) => [view.leftTab, view.leftOpen] as const);
  const locked = useDocument((state) => state.locked);
  const close = useCallback(() => views.getState().set({ leftOpen: false }), [views]);
  return (
    <SidePanel side="left" label={t('left.label')} open={open && !locked} onClose={close}>
      <Tabs
        label={t('left.label')}
        value={tab}
        onChange={(leftTab) => views.getState().set({ leftTab })}
        tabs={[
          { value: 'layers', title: t('left.layers'), content: <Palette /> },
          { value: 'lessons', title: t('left.lessons'), content: <Later page={<CourseView />} /> },
          { value: 'data', title: t('left.data'), content: <Later page={<DataPanel />} /> },
        ]}
      />
    </SidePanel>
  );
}

function RightPanel() {
  const { t } = useTranslation();
  const { views } = useStores();
  const [tab, open] = useView((view) => [view.rightTab, view.rightOpen] as const);
  const presenting = useStudy((study) => study.presenting);
  const locked = useDocument((state) => state.locked);
  const close = useCallback(() => views.getState().set({ rightOpen: false }), [views]);
  if (presenting) {
    return (
      <aside
        aria-label={t('right.see')}
        data-scrolls
        className="scale-stage w-[320px] overflow-y-auto border-l border-line bg-surface"
      >
        <SeePanel />
      </aside>
    );
  }
  const layer = {
    value: 'layer' as const,
    title: t('right.layer'),
    content: <Later page={<Inspector />} />,
  };
  return (
    <SidePanel side="right" label={t('right.label')} open={open} onClose={close}>
      <Tabs
        label={t('right.label')}
        value={locked && tab === 'layer' ? 'see' : tab}
        onChange={(rightTab) => views.getState().set({ rightTab })}
        tabs={[
          { value: 'see', title: t('right.see'), content: <SeePanel /> },
          { value: 'train', title: t('right.train'), content: <Later page={<TrainPanel />} /> },
          ...(locked ? [] : [layer]),
        ]}
      />
    </SidePanel>
  );
}

/** The cards of the lesson on screen. A lecturer goes through lessons that have none, too. */
function CardPlace() {
  const { lessons } = useStores();
  const id = useDocument(({ document }) => document.meta.lesson?.id);
  const [presenting, unfolded] = useStudy((study) => [study.presenting, study.unfolded] as const);
  if (id === undefined || !(lessons.hasCards(id) || presenting)) return null;
  return (
    <Suspense fallback={<StripSpace unfolded={unfolded} presenting={presenting} />}>
      <CardStrip />
    </Suspense>
  );
}

/** The walk through an update, over the canvas. */
function WalkPlace() {
  const walks = useView((view) => view.walk !== undefined);
  return walks ? <Later page={<WalkLayer />} /> : null;
}

/** The layer that is looked into, over the canvas. */
function LensPlace() {
  const lens = useView((view) => view.lens);
  return lens === undefined ? null : (
    <SectionTools value={pictureTools}>
      <Later page={<Lens key={lens} id={lens} />} />
    </SectionTools>
  );
}

/** The windows; where one cannot be loaded, the page under it stays and says so. */
function Windows() {
  const { t } = useTranslation();
  const { views } = useStores();
  const say = (): void => {
    const action = { label: t('storage.reload'), run: () => location.reload() };
    const closed = { dialog: undefined, kindList: undefined, menu: undefined };
    views.getState().set({ ...closed, startOpen: false, doubtful: undefined, tableOpen: false });
    views.getState().notify({ tone: 'bad', text: t('storage.part'), action });
  };
  return (
    <Failsafe onFailure={say}>
      <Dialogs />
    </Failsafe>
  );
}

function Dialogs() {
  const [start, doubtful, tableOpen, dialog] = useView(
    (view) => [view.startOpen, view.doubtful, view.tableOpen, view.dialog] as const,
  );
  const [kindList, menu] = useView((view) => [view.kindList, view.menu] as const);
  return (
    <Suspense fallback={null}>
      {start ? <StartPage /> : null}
      {dialog === 'keys' ? <KeysSheet /> : null}
      {dialog === 'share' ? <ShareDialog /> : null}
      {kindList ? <KindList {...kindList} /> : null}
      {dialog === 'projects' ? <ProjectsDialog /> : null}
      {dialog === 'commands' ? <CommandPalette /> : null}
      {menu ? <TargetMenu menu={menu} /> : null}
      {dialog === 'film' ? <FilmDialog /> : null}
      {dialog === 'history' ? <HistoryDialog /> : null}
      {dialog === 'secondTab' ? <SecondTab /> : null}
      {doubtful ? <DoubtfulFile doubtful={doubtful} /> : null}
      {tableOpen ? <TableDialog /> : null}
    </Suspense>
  );
}

const Later = ({ page }: { page: ReactNode }) => <Suspense fallback={null}>{page}</Suspense>;

function Messages() {
  useTroubleNotices();
  return <Notices />;
}
