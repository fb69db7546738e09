import { useEffect, useState } from 'react';
import { type KeptTable, listTables, removeTable } from '../../state/image-store.ts';
import { useImports } from '../../state/stores.ts';
import { KeptList } from './kept-list.tsx';
import { useOwnTables } from './use-own-tables.ts';

/** The large tables that this browser keeps. */
export function KeptTablesList() {
  const { use } = useOwnTables();
  const [kept, setKept] = useState<readonly KeptTable[]>([]);
  const reading = useImports((state) => state.share !== undefined);
  // What was read just now is there once reading has ended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` tells when to look again
  useEffect(() => {
    void listTables().then(setKept);
  }, [reading]);
  return (
    <KeptList
      items={kept.map(({ table, bytes }) => ({ key: table.key, title: table.title, bytes, table }))}
      onUse={({ table }) => use(table)}
      onRemove={({ key }) => {
        setKept(kept.filter(({ table }) => table.key !== key));
        void removeTable(key);
      }}
    />
  );
}
