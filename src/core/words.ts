/** The languages Netwright speaks. */
export const languages = ['en', 'ko'] as const;

/** One of the languages Netwright speaks. */
export type Language = (typeof languages)[number];

/** A text in every language. Leaving one out is a compile error. */
export type Words = Readonly<Record<Language, string>>;
