import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun, useStores } from '../../../state/stores.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { formatCount } from '../../kit/format.ts';
import { Select } from '../../kit/select.tsx';
import { StopButton } from '../../kit/stop-button.tsx';
import { throughout } from '../use-replay.ts';
import { usePicturesOnScreen } from './pictures-on-screen.ts';
import { canMakeVideo, type FilmForm, type FilmProgress, LENGTH, useFilm } from './use-film.ts';

/** The picture that shows best how a network learns, where there is one. */
const FIRST = 'decision-boundary';

/** Saves the recording of a picture, as a video or as a strip. */
export function FilmDialog() {
  const { t } = useTranslation();
  const { views } = useStores();
  const pictures = usePicturesOnScreen();
  const [chosen, choose] = useState(FIRST);
  const films = canMakeVideo();
  const [form, setForm] = useState<FilmForm>(films ? 'video' : 'strip');
  const { make, progress, cancel } = useFilm();
  // A short run has fewer moments than a strip has room for.
  const size = useRun(({ frame }) =>
    frame?.recording ? throughout(frame.recording, LENGTH.strip).length : LENGTH.strip,
  );
  const picture = pictures.find(({ id }) => id === chosen) ?? pictures[0];
  const close = (): void => {
    cancel();
    views.getState().set({ dialog: undefined });
  };
  const save = async (): Promise<void> => {
    if (picture && (await make(picture, form))) close();
  };
  const forms = [
    ...(films ? [{ value: 'video' as const, title: t('film.video') }] : []),
    { value: 'strip' as const, title: t('film.strip', { size: formatCount(size) }) },
  ];
  return (
    <Dialog
      title={t('film.title')}
      description={t('film.subtitle')}
      closeLabel={t('common.close')}
      onClose={close}
    >
      <div className="mt-3">
        {picture ? (
          <fieldset disabled={progress !== undefined}>
            <Field label={t('film.picture')}>
              {() => (
                <Select
                  label={t('film.picture')}
                  value={picture.id}
                  options={pictures.map(({ id, title }) => ({ value: id, title }))}
                  onChange={choose}
                />
              )}
            </Field>
            <Field label={t('film.as')}>
              {() => (
                <Select label={t('film.as')} value={form} options={forms} onChange={setForm} />
              )}
            </Field>
          </fieldset>
        ) : (
          <p className="text-ink-2">{t('film.none')}</p>
        )}
        {films ? null : <p className="mt-1 text-[13px] text-ink-2">{t('film.noVideo')}</p>}
        {progress ? <Progress {...progress} /> : null}
        <div className="mt-4 flex justify-end gap-2">
          {progress ? (
            <StopButton onStop={cancel}>{t('film.cancel')}</StopButton>
          ) : (
            <Button look="solid" disabled={!picture} onClick={() => void save()}>
              {t('film.save')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Progress({ doing, share }: FilmProgress) {
  const { t } = useTranslation();
  const percent = Math.round(100 * share);
  return (
    <div className="mt-3">
      <p className="flex justify-between gap-3 text-ink-2">
        {t(`film.${doing}`)}
        <span className="num">{percent} %</span>
      </p>
      <div
        role="progressbar"
        aria-label={t(`film.${doing}`)}
        aria-valuenow={percent}
        className="mt-2 h-1.5 overflow-hidden rounded-full bg-surface-2"
      >
        <i className="block h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
