/** An object of a file, of unknown content. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key's own value: what a prototype would give is none. */
export const own = (object: Json, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** An object under a key; an empty one where there is none. */
export const objectAt = (object: Json, key: string): Json => {
  const value = own(object, key);
  return isObject(value) ? value : {};
};

/** A text under a key; an empty one where there is none. */
export const textAt = (object: Json, key: string): string => {
  const value = own(object, key);
  return typeof value === 'string' ? value : '';
};

/** The objects of a list under a key. */
export const objectsAt = (object: Json, key: string): readonly Json[] => {
  const value = own(object, key);
  return Array.isArray(value) ? value.filter(isObject) : [];
};

/** A text from a file, short and in one line. */
export const tidyText = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, most);
