import { inputWidth, type Samples } from '../../core/samples.ts';

/** Samples whose gaps are filled with the means of their columns in `train`; 0 where a column is empty there. */
export function fillGaps({ hasGaps: _filled, ...samples }: Samples, train: Samples): Samples {
  const means = columnMeans(train);
  const x = Float32Array.from(samples.x, (value, i) =>
    Number.isNaN(value) ? (means[i % means.length] as number) : value,
  );
  return { ...samples, x };
}

/** The mean of each column's values that are there. */
function columnMeans(samples: Samples): number[] {
  const width = inputWidth(samples);
  return Array.from({ length: width }, (_, column) => {
    let sum = 0;
    let count = 0;
    for (let i = column; i < samples.x.length; i += width) {
      const value = samples.x[i] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    return count > 0 ? sum / count : 0;
  });
}
