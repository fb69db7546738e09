/** A stretch of text in one face. */
export interface Run {
  readonly text: string;
  readonly mono?: boolean;
  readonly bold?: boolean;
  readonly fill: string;
}

/** One thing that is drawn. Lengths are in pixels, from the top left of the canvas. */
export type Mark =
  | {
      readonly type: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string;
      readonly stroke?: string;
      readonly dashes?: string;
    }
  | {
      readonly type: 'path';
      readonly d: string;
      readonly stroke: string;
      readonly width: number;
    }
  | {
      readonly type: 'dot';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
      readonly stroke: string;
    }
  | {
      readonly type: 'text';
      readonly x: number;
      /** Where the letters stand. */
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly runs: readonly Run[];
    }
  | { readonly type: 'group'; readonly label: string; readonly marks: readonly Mark[] };

/** A drawing that can become a vector file or be painted. */
export interface Scene {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly title: string;
  readonly marks: readonly Mark[];
}

/** Size of every text, in pixels. */
export const TEXT_SIZE = 13;

/** Typefaces with what stands in for them where they are not installed. */
export const typefaces = {
  sans: "'Inter Variable', Inter, 'Noto Sans KR Variable', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Helvetica Neue', Arial, sans-serif",
  mono: "'JetBrains Mono Variable', 'JetBrains Mono', 'Noto Sans KR Variable', 'Noto Sans KR', Consolas, Menlo, monospace",
} as const;
