import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { Dialog } from '../kit/dialog.tsx';
import { actionGroups } from './action.ts';
import { actions } from './index.ts';
import { printKey } from './key-press.ts';
import { useActionContext } from './use-action-context.ts';

/** Keys that belong to a place of the page, and to no action. */
const placeKeys = [
  {
    title: 'keys.lecturing',
    keys: [
      [['→', '←', 'PageDown', 'PageUp'], 'keys.steps'],
      [['Space', 'Enter'], 'keys.train'],
      [['Esc'], 'keys.leave'],
    ],
  },
  { title: 'keys.cardKeys', keys: [[['PageDown', 'PageUp'], 'keys.cards']] },
] as const;

/** Every key of the page. */
export function KeysSheet() {
  const { t } = useTranslation();
  const { views } = useStores();
  const context = useActionContext();
  return (
    <Dialog
      title={t('keys.title')}
      description={t('keys.subtitle')}
      closeLabel={t('common.close')}
      onClose={() => views.getState().set({ dialog: undefined })}
      wide
    >
      <div className="mt-2 gap-x-8 sm:columns-2">
        {actionGroups.map((group) => (
          <KeyList
            key={group}
            title={t(`actionGroup.${group}`)}
            rows={actions
              .filter((action) => action.group === group && action.keys)
              .map(({ id, keys = [], title }) => ({
                id,
                keys: keys.map(printKey),
                what: title(context),
              }))}
          />
        ))}
        {placeKeys.map(({ title, keys }) => (
          <KeyList
            key={title}
            title={t(title)}
            rows={keys.map(([names, what]) => ({ id: what, keys: names, what: t(what) }))}
          />
        ))}
      </div>
    </Dialog>
  );
}

function KeyList({
  title,
  rows,
}: {
  title: string;
  rows: readonly { readonly id: string; readonly keys: readonly string[]; readonly what: string }[];
}) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className="mt-4 break-inside-avoid">
      <h3 className="mb-1 text-[13px] font-medium text-ink-3">{title}</h3>
      <dl className="flex flex-col gap-1.5">
        {rows.map(({ id, keys, what }) => (
          <div key={id} className="flex items-baseline justify-between gap-4">
            <dd>{what}</dd>
            <dt className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="num rounded border border-line bg-surface-2 px-1.5 whitespace-nowrap"
                >
                  {key}
                </kbd>
              ))}
            </dt>
          </div>
        ))}
      </dl>
    </section>
  );
}
