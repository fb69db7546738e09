import type { Initialiser } from '../core/weights.ts';

/**
 * The config of a layer as Keras writes it, asked for option by option. An option that is missing and has
 * no usual value, or that holds what was not asked for, is refused by name.
 */
export interface KerasConfig {
  readonly number: (option: string, usual?: number) => number;
  /** Height and width, from two numbers or one for both. */
  readonly pair: (option: string, usual?: number) => [number, number];
  /** One number, also where the file has it once for each side. */
  readonly side: (option: string, usual?: number) => number;
  readonly word: <T extends string>(option: string, choices: readonly T[]) => T;
  readonly flag: (option: string, usual: boolean) => boolean;
  /** A list of sizes; what is open is −1. */
  readonly sizes: (option: string) => number[];
  /** How a weight tensor starts; nothing where Keras starts it in a way that this page does not have. */
  readonly start: (option: string) => Initialiser | undefined;
  readonly penalty: (option: string) => { l1: number; l2: number };
  /** Whether the option is given at all. */
  readonly has: (option: string) => boolean;
  /** Refuses every option that is given and is none of the values that change nothing. */
  readonly plain: (options: Readonly<Record<string, readonly unknown[]>>) => void;
  /** Refuses an axis that is not the last one. */
  readonly lastAxis: (option: string) => void;
  readonly refuse: (option: string) => void;
  /** Says that what an option asks for is computed a little otherwise here. */
  readonly differs: (option: string) => void;
}

/** What a kind is called in Keras and TensorFlow.js, and how its parameters are read from there. */
export interface KerasForm {
  /** Names of classes, the first one as it is written today. */
  readonly names: readonly string[];
  /** Names as an activation within another layer, with the parameters that they stand for. */
  readonly activations?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Parameters from a config; none where it is left out. */
  readonly read?: (config: KerasConfig) => Readonly<Record<string, unknown>>;
  /** The parameters that say how the weight tensors start, in the order of the weights. */
  readonly starts?: readonly string[];
}

/** What nearly every layer may have, and what changes nothing here. */
const nothing = [null] as const;
/** Images have their channels last, or the layer is refused. */
export const channelsLast = { data_format: ['channels_last'] } as const;

/** The parameters of `weightParams` from a config. `kernel` is what the kernel is called there. */
export function readWeightParams(config: KerasConfig, kernel = 'kernel') {
  config.plain({
    bias_regularizer: nothing,
    activity_regularizer: nothing,
    [`${kernel}_constraint`]: nothing,
    bias_constraint: nothing,
  });
  return {
    useBias: config.flag('use_bias', true),
    kernelInitialiser: config.start(`${kernel}_initializer`),
    biasInitialiser: config.start('bias_initializer'),
    ...config.penalty(`${kernel}_regularizer`),
  };
}

/** The parameters of a window that slides over an image. */
export const readWindow = (config: KerasConfig) => {
  config.plain(channelsLast);
  return { padding: config.word('padding', ['valid', 'same']) };
};
