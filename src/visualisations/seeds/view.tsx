import { useTranslation } from 'react-i18next';
import { useCompilation, useSeeds } from '../../state/stores.ts';
import { formatCount } from '../../ui/kit/format.ts';
import { FoldSection } from '../fold-section.tsx';
import { Results } from './results.tsx';
import { Setup } from './setup.tsx';

/** The network trained from many starts: what became of each, and how often it was solved. */
export function SeedsView() {
  const { t } = useTranslation();
  const canTrain = useCompilation(({ ir }) => ir !== undefined);
  const study = useSeeds((state) => state.study);
  if (!canTrain && !study) return null;
  const trained = study?.variants.reduce((sum, { results }) => sum + results.length, 0);
  return (
    <FoldSection id="seeds" title={t('seeds.title')} remark={trained ? formatCount(trained) : null}>
      {() => (
        <>
          <Setup />
          {study ? <Results study={study} /> : null}
        </>
      )}
    </FoldSection>
  );
}
