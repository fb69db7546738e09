import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_LINK } from '../../document/link-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Field } from '../kit/field.tsx';
import { formatCount } from '../kit/format.ts';
import { Switch } from '../kit/switch.tsx';
import { CopyField } from './copy-field.tsx';
import { embedCode } from './embed-code.ts';
import { QrCode } from './qr-code.tsx';
import { useGraphPicture } from './use-graph-picture.ts';
import { type LinkChoice, useSharedLink } from './use-shared-link.ts';

/** Links that are longer are cut off by some programs. */
const SHORT_LINK = 2000;

/** A link that holds the network, and other ways to show it elsewhere. */
export function ShareDialog() {
  const { t } = useTranslation();
  const words = useWords();
  const { views, study } = useStores();
  const title = useDocument(({ document }) => document.meta.title);
  const [choice, setChoice] = useState<LinkChoice>({
    weights: false,
    data: true,
    viewOnly: study.getState().fixed,
  });
  const change = (changed: Partial<LinkChoice>): void => setChoice({ ...choice, ...changed });
  const { link, isLesson, run, carried, stays } = useSharedLink(choice);
  const fits = link.length <= MAX_LINK;
  const length = formatCount(link.length);
  return (
    <Dialog
      title={t('share.title')}
      description={t(isLesson ? 'share.lessonSubtitle' : 'share.subtitle')}
      closeLabel={t('common.close')}
      onClose={() => views.getState().set({ dialog: undefined })}
      wide
    >
      <div className="mt-4 grid gap-6 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div className="flex min-w-0 flex-col gap-4">
          {fits ? (
            <CopyField
              label={t('share.link')}
              text={link}
              rows={3}
              remark={
                isLesson
                  ? t('share.lesson')
                  : t(link.length <= SHORT_LINK ? 'share.length' : 'share.cutOff', { length })
              }
            />
          ) : (
            <TooLong length={length} choice={choice} change={change} carried={carried.length > 0} />
          )}
          <section aria-label={t('share.options')}>
            <h3 className="mb-1 font-medium">{t('share.options')}</h3>
            {run ? (
              <Option
                label={t('share.withWeights', {
                  weights: formatCount(run.weights.length),
                  step: formatCount(run.step),
                })}
                checked={choice.weights}
                onChange={(weights) => change({ weights })}
              />
            ) : null}
            {carried.length > 0 ? (
              <Option
                label={t('share.withData', {
                  name: carried.map(({ name }) => words(name)).join(', '),
                })}
                checked={choice.data}
                onChange={(data) => change({ data })}
              />
            ) : null}
            <Option
              label={t('share.viewOnly')}
              checked={choice.viewOnly}
              onChange={(viewOnly) => change({ viewOnly })}
            />
            <p className="mt-1 text-[13px] text-ink-2">{t('share.always')}</p>
            {stays.map(({ node, name }) => (
              <p key={node} role="note" className="mt-2 text-[13px] text-warn">
                {t('share.stays', { name: words(name) })}
              </p>
            ))}
          </section>
          {fits ? (
            <CopyField label={t('share.embed')} text={embedCode(link, words(title))} rows={3} />
          ) : null}
          <Drawing />
        </div>
        {fits ? <QrCode link={link} /> : null}
      </div>
    </Dialog>
  );
}

/** The graph for slides and papers. */
function Drawing() {
  const { t } = useTranslation();
  const { saveSvg, savePng } = useGraphPicture();
  return (
    <section aria-label={t('share.drawing')}>
      <h3 className="mb-1 font-medium">{t('share.drawing')}</h3>
      <div className="flex flex-wrap gap-2">
        <Button look="outline" onClick={saveSvg}>
          <Download size={15} aria-hidden />
          {t('share.svg')}
        </Button>
        {[2, 4].map((scale) => (
          <Button key={scale} look="outline" onClick={() => void savePng(scale)}>
            <Download size={15} aria-hidden />
            {t('share.png', { scale })}
          </Button>
        ))}
      </div>
      <p className="mt-1 text-[13px] text-ink-2">{t('share.drawingHint')}</p>
    </section>
  );
}

function Option({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <Field label={label}>
      {({ id }) => <Switch id={id} checked={checked} onChange={onChange} />}
    </Field>
  );
}

/** A link beyond the limit is not offered: it would arrive broken. What could be left out is. */
function TooLong({
  length,
  choice,
  change,
  carried,
}: {
  length: string;
  choice: LinkChoice;
  change: (changed: Partial<LinkChoice>) => void;
  carried: boolean;
}) {
  const { t } = useTranslation();
  const { save } = useFiles();
  return (
    <div role="alert" className="rounded-lg border border-bad bg-bad-soft px-3 py-2">
      <p>{t('share.tooLong', { length, limit: formatCount(MAX_LINK) })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {choice.weights ? (
          <Button look="outline" onClick={() => change({ weights: false })}>
            {t('share.leaveOutWeights')}
          </Button>
        ) : null}
        {choice.data && carried ? (
          <Button look="outline" onClick={() => change({ data: false })}>
            {t('share.leaveOutData')}
          </Button>
        ) : null}
        <Button look="solid" onClick={save}>
          {t('share.saveInstead')}
        </Button>
      </div>
    </div>
  );
}
