/** The same keys with texts of another language: one that is missing is a compile error. */
export type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
