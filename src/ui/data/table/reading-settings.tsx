import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableSettings } from '../../../datasets/reading/table-settings.ts';
import { useImports } from '../../../state/stores.ts';
import { Button } from '../../kit/button.tsx';
import { formatCount } from '../../kit/format.ts';
import { Select } from '../../kit/select.tsx';
import { Switch } from '../../kit/switch.tsx';
import { useOwnTables } from '../use-own-tables.ts';

const separators = {
  '': 'columns.sepAuto',
  ',': 'columns.sepComma',
  ';': 'columns.sepSemicolon',
  '\t': 'columns.sepTab',
  '|': 'columns.sepBar',
  ' ': 'columns.sepSpace',
} as const;

const headers = {
  auto: 'columns.headerAuto',
  yes: 'columns.headerYes',
  no: 'columns.headerNo',
} as const;

/** How the last file was read, what was strange about it, and reading it again in another way. */
export function ReadingSettings() {
  const { t } = useTranslation();
  const last = useImports((state) => state.lastTable);
  const { readAs } = useOwnTables();
  const [changed, setChanged] = useState<TableSettings>();
  if (!last) return null;
  const settings = changed ?? last.settings;
  const { notes } = last;
  const cells = notes.first.map((cell) => t('columns.cell', { ...cell })).join('; ');
  return (
    <div className="mt-4 rounded-card border border-line p-3 text-[13px]">
      <div className="flex flex-wrap items-center gap-3">
        <span className="flex items-center gap-2">
          {t('columns.separator')}
          <Select
            label={t('columns.separator')}
            value={settings.separator}
            options={(Object.keys(separators) as TableSettings['separator'][]).map((value) => ({
              value,
              title: t(separators[value]),
            }))}
            onChange={(separator) => setChanged({ ...settings, separator })}
          />
        </span>
        <span className="flex items-center gap-2">
          {t('columns.header')}
          <Select
            label={t('columns.header')}
            value={settings.header}
            options={(Object.keys(headers) as TableSettings['header'][]).map((value) => ({
              value,
              title: t(headers[value]),
            }))}
            onChange={(header) => setChanged({ ...settings, header })}
          />
        </span>
        <span className="flex items-center gap-2">
          {t('columns.skipRagged')}
          <Switch
            label={t('columns.skipRagged')}
            checked={settings.skipRagged}
            onChange={(skipRagged) => setChanged({ ...settings, skipRagged })}
          />
        </span>
        <Button look="outline" onClick={() => void readAs(last.title, last.file, settings)}>
          {t('columns.again')}
        </Button>
      </div>
      <p className="mt-2 text-ink-2">
        {notes.header ? `${t('columns.foundHeader')} ` : ''}
        {notes.skipped > 0 ? `${t('columns.skipped', { count: notes.skipped })} ` : ''}
        {notes.grouped.length > 0
          ? `${t('columns.grouped', { columns: notes.grouped.join(', ') })} `
          : ''}
        {notes.strange > 0
          ? t('columns.strange', {
              count: notes.strange,
              cells,
              formatted: formatCount(notes.strange),
            })
          : ''}
      </p>
    </div>
  );
}
