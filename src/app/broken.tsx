import { useTranslation } from 'react-i18next';
import { Button } from '../ui/kit/button.tsx';

/** What is left where the page itself has failed; what was made is kept all the same, and comes back. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <main className="grid h-full place-content-center justify-items-center gap-3 p-4">
      <p role="alert">{t('storage.part')}</p>
      <Button look="outline" onClick={() => location.reload()}>
        {t('storage.reload')}
      </Button>
    </main>
  );
}
