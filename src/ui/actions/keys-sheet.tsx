import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { HintSwitch } from '../hints/hint-switch.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Field } from '../kit/field.tsx';
import { Kbd } from '../kit/kbd.tsx';
import { Switch } from '../kit/switch.tsx';
import { type ActionContext, type ActionGroup, actionGroups } from './action.ts';
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
  const letterKeys = useView((view) => view.letterKeys);
  return (
    <Dialog
      title={t('keys.title')}
      description={t('keys.subtitle')}
      closeLabel={t('common.close')}
      onClose={() => views.getState().set({ dialog: undefined })}
      wide
    >
      <div className="mt-3 max-w-lg rounded-card border border-line px-3.5 py-1.5">
        <Field label={t('keys.letters')}>
          {({ id }) => (
            <Switch
              id={id}
              checked={letterKeys}
              onChange={(next) => views.getState().set({ letterKeys: next })}
            />
          )}
        </Field>
        <p className="pb-1 text-[13px] text-ink-2">{t('keys.lettersHint')}</p>
      </div>
      <div className="mt-2 gap-x-8 sm:columns-2">
        {actionGroups.map((group) => (
          <KeyList key={group} title={t(`actionGroup.${group}`)} rows={rowsOf(group, context)} />
        ))}
        {placeKeys.map(({ title, keys }) => (
          <KeyList
            key={title}
            title={t(title)}
            rows={keys.map(([names, what]) => ({ id: what, keys: names, what: t(what) }))}
          />
        ))}
      </div>
      <HintSwitch />
    </Dialog>
  );
}

/** A line for every action that has keys; those of one kind share theirs. */
function rowsOf(group: ActionGroup, context: ActionContext) {
  const rows = new Map<string, { id: string; keys: string[]; what: string }>();
  for (const action of actions) {
    if (action.group !== group || !action.keys) continue;
    const what = (action.row ?? action.title)(context);
    const keys = action.keys.map(printKey);
    const row = rows.get(what);
    if (row) row.keys.push(...keys);
    else rows.set(what, { id: action.id, keys, what });
  }
  return [...rows.values()];
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
            <dt>{what}</dt>
            <dd className="flex shrink-0 flex-wrap justify-end gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
