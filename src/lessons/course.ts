import * as z from 'zod';

const words = z.strictObject({ en: z.string().min(1), ko: z.string().min(1) });

const entrySchema = z.strictObject({
  /** As the course numbers it: `Lab 09-1`. */
  code: z.string().regex(/^(Lec|Lab) \d\d(-[\dx])?$/),
  title: words,
  /** What it teaches, in one sentence. */
  teaches: words,
  /** Ids of its lessons, in the order they are given in; those not on the shelf yet are left out. */
  lessons: z.array(z.string().regex(/^(lec|lab)-[\da-z-]+$/)).default([]),
  /** Shows the time line. */
  timeLine: z.literal(true).optional(),
  /** Name of the recording among the course's own. */
  video: z.string().optional(),
});

/** The course: chapters, their lectures and labs, and the lessons of each. */
export const courseSchema = z.strictObject({
  chapters: z.array(z.strictObject({ title: words, entries: z.array(entrySchema).min(1) })).min(1),
});

const eventSchema = z.strictObject({
  year: z.int().min(1900).max(2030),
  /** Shown instead of the year where it is not one alone: `1957–58`. */
  when: z.string().optional(),
  title: words,
  text: words,
  /** A winter is drawn as a gap in the line. */
  winter: z.literal(true).optional(),
  /** Lesson in which it can be tried out. */
  lesson: z.string().optional(),
});

/** The story of neural networks, event by event. */
export const timeLineSchema = z.strictObject({ events: z.array(eventSchema).min(1) });

/** The course. */
export type Course = z.infer<typeof courseSchema>;
/** A lecture or a lab. */
export type CourseEntry = z.infer<typeof entrySchema>;
/** Something that happened. */
export type TimeLineEvent = z.infer<typeof eventSchema>;

/** All lectures and labs, in order. */
export const entriesOf = ({ chapters }: Course): readonly CourseEntry[] =>
  chapters.flatMap(({ entries }) => entries);

/** The lecture or lab that a lesson belongs to. */
export const entryOf = (course: Course, lesson: string): CourseEntry | undefined =>
  entriesOf(course).find(({ lessons }) => lessons.includes(lesson));

/** The lesson so many places on in the same lecture or lab, of those on the shelf. */
export function neighbourOf(
  course: Course,
  lesson: string,
  distance: 1 | -1,
  shelf: readonly string[],
): string | undefined {
  const there = entryOf(course, lesson)?.lessons.filter((id) => shelf.includes(id)) ?? [];
  return there[there.indexOf(lesson) + distance];
}
