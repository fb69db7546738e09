import * as z from 'zod';
import { coordinate } from './coordinate.ts';
import { idSchema } from './id-schema.ts';

/** Most comments that a document may hold. */
export const MAX_NOTES = 200;
/** Longest text of a comment. */
export const MAX_NOTE_TEXT = 2000;
/** Smallest and largest comment, in pixels. */
export const noteSizes = { width: [120, 2400], height: [56, 2400] } as const;

/** A comment on the canvas: plain text, its place and size in pixels, and the name of its colour. */
export const noteSchema = z.looseObject({
  text: z.string().max(MAX_NOTE_TEXT),
  x: coordinate,
  y: coordinate,
  width: z.number().min(noteSizes.width[0]).max(noteSizes.width[1]),
  height: z.number().min(noteSizes.height[0]).max(noteSizes.height[1]),
  /** A colour that this page does not know is shown as the plain one. */
  colour: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,23}$/)
    .optional(),
});

/** Comments by their ids. */
export const notesSchema = z
  .record(idSchema, noteSchema)
  .refine((notes) => Object.keys(notes).length <= MAX_NOTES, { message: `more than ${MAX_NOTES}` });

/** A comment as saved. */
export type Note = z.infer<typeof noteSchema>;
