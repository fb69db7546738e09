import type { NonFinite } from './executor.ts';

/** Why a run stopped: a number that is none, or the machine refusing. */
export type RunFailure =
  | ({
      readonly type: 'non-finite';
      readonly step: number;
      /** Losses of this update and the next ones if training had gone on, where the batch is the whole set. */
      readonly beyond: readonly number[];
    } & NonFinite)
  | { readonly type: 'crash'; readonly detail: string };

/** Updates at which the loss is infinite and no number, had training gone on; as far as it was looked. */
export function breakOf(failure: RunFailure | undefined): {
  readonly infinite: number | undefined;
  readonly nan: number | undefined;
} {
  if (failure?.type !== 'non-finite') return { infinite: undefined, nan: undefined };
  const { step, beyond } = failure;
  const at = (found: (loss: number) => boolean): number | undefined => {
    const ahead = beyond.findIndex(found);
    return ahead < 0 ? undefined : step + ahead;
  };
  return { infinite: at((loss) => loss === Number.POSITIVE_INFINITY), nan: at(Number.isNaN) };
}

/** The failure of a run whose arithmetic could not be carried out. */
export const crash = (error: unknown): RunFailure => ({
  type: 'crash',
  detail: error instanceof Error ? error.message : String(error),
});
