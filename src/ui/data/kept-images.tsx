import { useEffect, useState } from 'react';
import { type KeptImages, listImages, removeImages } from '../../state/image-store.ts';
import { useImports } from '../../state/stores.ts';
import { KeptList } from './kept-list.tsx';
import { useOwnImages } from './use-own-images.ts';

/** The sets of images that this browser keeps. */
export function KeptImagesList() {
  const { use } = useOwnImages();
  const [kept, setKept] = useState<readonly KeptImages[]>([]);
  const reading = useImports((state) => state.share !== undefined);
  // What was read just now is there once reading has ended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` tells when to look again
  useEffect(() => {
    void listImages().then(setKept);
  }, [reading]);
  return (
    <KeptList
      items={kept.map(({ stored, bytes }) => ({
        key: stored.key,
        title: stored.title,
        bytes,
        stored,
      }))}
      onUse={({ stored }) => use(stored)}
      onRemove={({ key }) => {
        setKept(kept.filter((each) => each.stored.key !== key));
        void removeImages(key);
      }}
    />
  );
}
