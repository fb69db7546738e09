import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { Dialog } from '../kit/dialog.tsx';

const groups = [
  {
    title: 'keys.anywhere',
    keys: [
      [['?'], 'keys.help'],
      [['P'], 'keys.present'],
      [['PageDown', 'PageUp'], 'keys.cards'],
      [['Ctrl Z', 'Ctrl Y'], 'keys.undo'],
    ],
  },
  {
    title: 'keys.lecturing',
    keys: [
      [['→', '←', 'PageDown', 'PageUp'], 'keys.steps'],
      [['Space', 'Enter'], 'keys.train'],
      [['Esc'], 'keys.leave'],
    ],
  },
  {
    title: 'keys.canvas',
    keys: [
      [['Enter'], 'keys.select'],
      [['←', '↑', '→', '↓'], 'keys.move'],
      [['Delete'], 'keys.remove'],
    ],
  },
] as const;

/** Every key of the page. */
export function KeysDialog() {
  const { t } = useTranslation();
  const { study } = useStores();
  return (
    <Dialog
      title={t('keys.title')}
      description={t('keys.subtitle')}
      closeLabel={t('common.close')}
      onClose={() => study.getState().set({ keysOpen: false })}
    >
      {groups.map(({ title, keys }) => (
        <section key={title} aria-label={t(title)} className="mt-4">
          <h3 className="mb-1 text-[13px] font-medium text-ink-3">{t(title)}</h3>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            {keys.map(([names, what]) => (
              <div key={what} className="col-span-full grid grid-cols-subgrid items-baseline">
                <dt className="flex gap-1">
                  {names.map((name) => (
                    <kbd
                      key={name}
                      className="num rounded border border-line bg-surface-2 px-1.5 whitespace-nowrap"
                    >
                      {name}
                    </kbd>
                  ))}
                </dt>
                <dd>{t(what)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
