import type { Box } from '../document/drawing/lanes.ts';
import type { Flow } from '../document/schema.ts';
import type { Phrase } from './text-lines.ts';

/** A node, or the card of a collapsed block, as it is drawn: what stands in its head, and the lines below it. */
export interface FigureNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** What it is called among the kinds; read aloud, and shown where a pointer rests. */
  readonly kind: string;
  readonly face: string;
  readonly lines: readonly (readonly Phrase[])[];
  /** Colour of its rail, or of the sign of a block. */
  readonly rail: string;
  readonly takesInput: boolean;
  readonly givesOutput: boolean;
  /** Whether the card stands for several nodes. */
  readonly isBlock?: boolean;
}

/** A wire between two things that are drawn, with the shape that flows along it. */
export interface FigureWire {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** The frame of a block whose nodes are on show. */
export interface FigureFrame {
  readonly title: string;
  readonly nodes: readonly string[];
}

/** A comment: each line as it was typed, in the looks of its words. */
export interface FigureNote extends Omit<Box, 'id'> {
  readonly label: string;
  readonly lines: readonly (readonly Phrase[])[];
  readonly fill: string;
}

/** All that stands on the canvas. */
export interface Figure {
  readonly flow: Flow;
  readonly nodes: readonly FigureNode[];
  readonly wires: readonly FigureWire[];
  readonly frames: readonly FigureFrame[];
  readonly notes: readonly FigureNote[];
}

/** Colours by their role. */
export interface Palette {
  readonly surface: string;
  readonly surface2: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
}
