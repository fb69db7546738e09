import { ClipboardPaste, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button.tsx';
import { KeptTablesList } from './kept-tables.tsx';
import { useOwnTables } from './use-own-tables.ts';

/** Ways to bring a table along. */
export function OwnTableTools() {
  const { t } = useTranslation();
  const { choose, paste } = useOwnTables();
  return (
    <div className="mx-2.5 mb-4 flex flex-col items-start gap-2 border-t border-line pt-3">
      <p className="text-[13px] text-ink-2">{t('columns.tools')}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="outline" onClick={choose}>
          <Upload size={14} aria-hidden />
          {t('columns.open')}
        </Button>
        <Button look="outline" onClick={() => void paste()}>
          <ClipboardPaste size={14} aria-hidden />
          {t('columns.paste')}
        </Button>
      </div>
      <KeptTablesList />
    </div>
  );
}
