import { FolderOpen, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useImports } from '../../state/stores.ts';
import { Button } from '../kit/button.tsx';
import { KeptImagesList } from './kept-images.tsx';
import { useOwnImages } from './use-own-images.ts';

/** Ways to bring images along, and to fetch all of MNIST. */
export function OwnImagesTools() {
  const { t } = useTranslation();
  const { read, choose, download } = useOwnImages();
  const busy = useImports((state) => state.share !== undefined);
  return (
    <div className="mx-2.5 mb-4 flex flex-col items-start gap-2 border-t border-line pt-3">
      <p className="text-[13px] text-ink-2">{t('reading.what')}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="outline" onClick={() => choose(false, (files) => void read(files))}>
          <Upload size={14} aria-hidden />
          {t('reading.files')}
        </Button>
        <Button look="outline" onClick={() => choose(true, (files) => void read(files))}>
          <FolderOpen size={14} aria-hidden />
          {t('reading.folder')}
        </Button>
      </div>
      <KeptImagesList />
      <Button look="link" disabled={busy} onClick={() => void download()}>
        {t('reading.download')}
      </Button>
    </div>
  );
}
