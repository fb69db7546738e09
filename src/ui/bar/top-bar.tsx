import {
  Download,
  FolderOpen,
  Folders,
  History as HistoryIcon,
  Languages,
  LayoutGrid,
  Monitor,
  Moon,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Share2,
  Sparkles,
  Sun,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDocument, useHistory, useStores, useStudy, useView } from '../../state/stores.ts';
import type { Theme } from '../../state/view-store.ts';
import { usePerform } from '../actions/use-perform.ts';
import { useStepText } from '../actions/use-step-text.ts';
import { useFiles } from '../files/use-files.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Fold } from '../kit/fold.tsx';
import { useNarrow } from '../kit/use-narrow.ts';
import { KeepingSign } from '../projects/keeping-sign.tsx';
import { Logo } from './logo.tsx';
import { TitleField } from './title-field.tsx';

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** Title, history, files, language and theme. */
export function TopBar() {
  const { t } = useTranslation();
  const { views } = useStores();
  const { set } = views.getState();
  const [theme, language, leftOpen, rightOpen] = useView(
    (view) => [view.theme, view.language, view.leftOpen, view.rightOpen] as const,
  );
  const locked = useDocument((state) => state.locked);
  const framed = useStudy((state) => state.framed);
  const narrow = useNarrow();
  const themeNames = {
    light: t('bar.themeLight'),
    dark: t('bar.themeDark'),
    system: t('bar.themeSystem'),
  };
  const starts = locked ? null : (
    <>
      <Button data-tour="lessons" onClick={() => set({ startOpen: true })}>
        <LayoutGrid size={15} aria-hidden />
        {t('bar.lessons')}
      </Button>
      {framed ? null : (
        <IconButton
          label={t('projects.title')}
          data-tour="projects"
          onClick={() => set({ dialog: 'projects' })}
        >
          <Folders size={16} aria-hidden />
        </IconButton>
      )}
    </>
  );
  const search = (
    <IconButton
      label={t('commands.title')}
      aria-haspopup="dialog"
      onClick={() => set({ dialog: 'commands', asking: undefined })}
    >
      <Search size={16} aria-hidden />
    </IconButton>
  );
  return (
    <header className="relative col-span-full flex h-12 min-w-0 items-center gap-1 border-b border-line bg-surface px-3 max-[769px]:gap-0 max-[769px]:px-1">
      {locked ? null : (
        <IconButton
          label={t('bar.leftPanel')}
          aria-expanded={leftOpen}
          onClick={() => set({ leftOpen: !leftOpen })}
        >
          <PanelLeft size={16} aria-hidden />
        </IconButton>
      )}
      <h1 className="flex shrink-0 items-center gap-2 px-1 text-[14px] font-semibold">
        <Logo />
        <span className="hidden lg:inline">{t('app.name')}</span>
      </h1>
      {narrow ? null : starts}
      <TitleField />
      <KeepingSign />
      <span className="flex-1" />
      {narrow ? null : search}
      {locked ? null : <History />}
      <Fold label={t('small.moreTools')} place="below" holds="lessons projects tidy save language">
        {narrow ? search : null}
        {narrow ? starts : null}
        {locked ? <ShareTool /> : <FileTools />}
        <IconButton
          label={t('bar.theme', { theme: themeNames[theme] })}
          onClick={() => set({ theme: nextTheme[theme] })}
        >
          {theme === 'light' ? <Sun size={16} aria-hidden /> : null}
          {theme === 'dark' ? <Moon size={16} aria-hidden /> : null}
          {theme === 'system' ? <Monitor size={16} aria-hidden /> : null}
        </IconButton>
        <Button
          aria-label={t('bar.language')}
          data-tour="language"
          onClick={() => set({ language: language === 'ko' ? 'en' : 'ko' })}
        >
          <Languages size={15} aria-hidden />
          <span lang={language === 'ko' ? 'en' : 'ko'}>{t('bar.languageName')}</span>
        </Button>
      </Fold>
      <IconButton
        label={t('bar.rightPanel')}
        aria-expanded={rightOpen}
        onClick={() => set({ rightOpen: !rightOpen })}
      >
        <PanelRight size={16} aria-hidden />
      </IconButton>
    </header>
  );
}

/** Undo and redo. */
function History() {
  const { views } = useStores();
  const { t } = useTranslation();
  const { canUndo, canRedo, undoStep, redoStep } = useHistory();
  const perform = usePerform();
  const tell = useStepText();
  return (
    <>
      <IconButton
        label={undoStep ? t('history.undoStep', { what: tell(undoStep) }) : t('bar.undo')}
        data-tour="undo"
        disabled={!canUndo}
        onClick={() => perform('undo')}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={redoStep ? t('history.redoStep', { what: tell(redoStep) }) : t('bar.redo')}
        disabled={!canRedo}
        onClick={() => perform('redo')}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t('steps.title')}
        data-tour="history"
        onClick={() => views.getState().set({ dialog: 'history' })}
      >
        <HistoryIcon size={16} aria-hidden />
      </IconButton>
    </>
  );
}

/** Tidy, open, save and share. */
function FileTools() {
  const { t } = useTranslation();
  const { pick, save } = useFiles();
  const perform = usePerform();
  return (
    <>
      <IconButton label={t('bar.tidy')} data-tour="tidy" onClick={() => perform('tidy')}>
        <Sparkles size={16} aria-hidden />
      </IconButton>
      <IconButton label={t('bar.open')} onClick={pick}>
        <FolderOpen size={16} aria-hidden />
      </IconButton>
      <IconButton label={t('bar.save')} data-tour="save" onClick={save}>
        <Download size={16} aria-hidden />
      </IconButton>
      <ShareTool />
    </>
  );
}

/** A link and pictures to take along; nothing is edited by it. */
function ShareTool() {
  const { t } = useTranslation();
  const { views } = useStores();
  return (
    <IconButton label={t('share.title')} onClick={() => views.getState().set({ dialog: 'share' })}>
      <Share2 size={16} aria-hidden />
    </IconButton>
  );
}
