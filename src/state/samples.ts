import { useMemo } from 'react';
import type { IrSource } from '../compiler/ir.ts';
import type { Samples } from '../core/samples.ts';
import { splitSamples } from '../engine/data/data.ts';
import { useCompilation, useDocument, useStores } from './stores.ts';

/** The samples on screen, as the worker has them too. */
export interface SamplesOnScreen {
  readonly source: IrSource;
  readonly all: Samples;
  readonly train: Samples;
  readonly test: Samples | undefined;
}

/** The samples of the graph's source, split as they are for training. */
export function useSamples(): SamplesOnScreen | undefined {
  const { datasets } = useStores().catalogue;
  const source = useCompilation((compilation) => compilation.source);
  const testShare = useDocument(({ document }) => document.training.testShare);
  // Compiling makes a new source object each time; its samples change only with what it says.
  const key = JSON.stringify(source);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `source`
  return useMemo(() => {
    const dataset = source && datasets.get(source.dataset);
    // What has to be fetched is in the worker alone.
    if (!source || !dataset || dataset.asset?.(source.options) !== undefined) return undefined;
    return { source, ...splitSamples(dataset.samples(source.options), testShare) };
  }, [key, testShare, datasets]);
}
