import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTable } from '../../datasets/define-dataset.ts';
import type { ReadFailure } from '../../datasets/reading/failure.ts';
import { type TableSettings, usualSettings } from '../../datasets/reading/table-settings.ts';
import { ownTable } from '../../datasets/tables/own-table.ts';
import { useStores } from '../../state/stores.ts';
import { formatCount } from '../kit/format.ts';
import { putSource } from './put-source.ts';

/** What is forgotten of the columns when another table takes the place of one. */
export const freshColumns = {
  inputs: null,
  labels: null,
  labelKind: 'auto',
  depth: null,
  firstRows: null,
  scalings: {},
} as const;

/** Reading tables that a person brings along; one that could not be read changes nothing. */
export function useOwnTables() {
  const stores = useStores();
  const { t } = useTranslation();
  return useMemo(() => {
    const { imports, views, documents } = stores;

    const refuse = ({ code, ...data }: ReadFailure, retry?: () => void): void => {
      const text = `${t(`reading.${code}`, data)} ${t('reading.untouched')}`;
      const action = retry && { label: t('columns.skipRagged'), run: retry };
      views.getState().notify({ tone: 'bad', text, ...(action && { action }) });
    };

    /** Puts a table into the graph; undo takes it back. */
    const use = (table: OwnTable): void =>
      putSource(stores, 'table', { dataset: ownTable.id, table, ...freshColumns });

    async function readAs(title: string, file: File, settings: TableSettings): Promise<void> {
      views.getState().set({ notices: [] });
      if (documents.getState().locked) {
        views.getState().notify({ tone: 'bad', text: t('columns.locked') });
        return;
      }
      const read = await imports.getState().readTable(title, file, settings);
      if (!read) return;
      if (!read.ok) {
        const ragged = read.error.code === 'table-ragged';
        const leaveOut = () => void readAs(title, file, { ...settings, skipRagged: true });
        refuse(read.error, ragged ? leaveOut : undefined);
        return;
      }
      const { table } = read.value;
      use(table);
      const text = t('columns.ready', { title: table.title, rows: formatCount(table.rows) });
      views.getState().set({ leftTab: 'data', leftOpen: true, tableOpen: true });
      views.getState().notify({ tone: 'info', text });
    }

    const readText = (text: string): Promise<void> => {
      const title = t('columns.pasted');
      return readAs(title, new File([text], title), usualSettings);
    };

    return {
      use,
      readAs,
      read: (file: File): Promise<void> =>
        readAs(file.name.replace(/\.(csv|tsv|txt|data)$/i, ''), file, usualSettings),
      readText,
      /** Reads what was copied last. */
      paste: async (): Promise<void> => {
        const text = await navigator.clipboard.readText().catch(() => '');
        if (text.trim() === '') {
          views.getState().notify({ tone: 'bad', text: t('columns.nothingToPaste') });
          return;
        }
        await readText(text);
      },
      /** Asks for a file. */
      choose: (): void => {
        const input = window.document.createElement('input');
        input.type = 'file';
        input.accept = '.csv,.tsv,.txt,.data,text/csv,text/tab-separated-values';
        input.onchange = () => {
          const [file] = input.files ?? [];
          if (file) {
            void readAs(file.name.replace(/\.(csv|tsv|txt|data)$/i, ''), file, usualSettings);
          }
        };
        input.click();
      },
    };
  }, [stores, t]);
}
