import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_VERSION_NAME, type Version } from '../../state/projects/versions.ts';
import { useView } from '../../state/stores.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { ProjectPicture } from './project-picture.tsx';
import { storageReason } from './storage-reason.ts';
import { timeText } from './time-text.ts';
import { useFocusNext } from './use-focus-next.ts';
import { useVersions } from './use-versions.ts';

/** States of the project to go back to, and a way to keep one by hand. */
export function VersionList() {
  const { t } = useTranslation();
  const language = useView((view) => view.language);
  const { versions, trouble, keep, remove, goBack } = useVersions();
  const [name, setName] = useState('');
  const nameOf = (version: Version): string =>
    version.name || `${timeText(version.at, language)}, ${t(`versions.cause.${version.cause}`)}`;
  const section = useRef<HTMLElement>(null);
  const handOn = useFocusNext(
    typeof versions === 'object' ? versions.map(({ at }) => at) : [],
    (at) =>
      section.current?.querySelector<HTMLElement>(
        at === undefined ? 'input' : `[data-version="${at}"] button`,
      ),
  );
  return (
    <section ref={section} aria-label={t('versions.title')} className="min-w-0">
      <h3 className="font-semibold">{t('versions.title')}</h3>
      <p className="mt-0.5 text-[13px] text-ink-2">{t('versions.explain')}</p>
      <form
        className="mt-2 flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          keep(name.trim());
          setName('');
        }}
      >
        <input
          aria-label={t('versions.name')}
          placeholder={t('versions.name')}
          value={name}
          maxLength={MAX_VERSION_NAME}
          onChange={(event) => setName(event.target.value)}
          className="h-8 min-w-0 flex-1 rounded-lg border border-line bg-surface px-2.5"
        />
        <Button look="outline" type="submit">
          {t('versions.keep')}
        </Button>
      </form>
      {typeof versions === 'object' && trouble !== undefined ? (
        <p role="alert" className="mt-2 text-bad">
          {t('versions.notKept', { why: storageReason(t, trouble) })}
        </p>
      ) : null}
      {versions === 'failed' ? (
        <p role="alert" className="mt-2">
          {t('versions.failed')}
        </p>
      ) : null}
      {typeof versions === 'object' && versions.length === 0 ? (
        <p className="mt-2 text-ink-2">{t('versions.none')}</p>
      ) : null}
      <ul className="mt-2 flex max-h-[44vh] flex-col gap-2 overflow-y-auto">
        {(typeof versions === 'object' ? versions : []).map((version) => (
          <li
            key={version.at}
            data-version={version.at}
            className="flex items-center gap-1 rounded-card border border-line p-1.5"
          >
            <button
              type="button"
              aria-label={t('versions.goBack', { name: nameOf(version) })}
              onClick={() => goBack(version)}
              className="flex min-w-0 flex-1 items-center gap-3 rounded-lg text-left hover:bg-surface-2"
            >
              <span className="w-32 shrink-0">
                <ProjectPicture document={version.document} />
              </span>
              <span className="min-w-0">
                {version.name ? (
                  <span className="block truncate font-semibold">{version.name}</span>
                ) : null}
                <span className="block text-[13px] text-ink-2">
                  {timeText(version.at, language)}
                </span>
                <span className="block text-[13px] text-ink-3">
                  {t(`versions.cause.${version.cause}`)}
                </span>
              </span>
            </button>
            <IconButton
              label={t('versions.remove', { name: nameOf(version) })}
              onClick={() => {
                handOn(version.at);
                remove(version);
              }}
            >
              <Trash2 size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
