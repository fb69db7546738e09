/** Hands a file to the person. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name that every file system takes: letters and digits of the titles, and hyphens. */
export const fileNameOf = (titles: readonly string[], ending: string): string =>
  `${
    titles
      .map((title) =>
        title
          .trim()
          .replace(/[^\p{L}\p{N}]+/gu, '-')
          .replace(/^-+|-+$/g, ''),
      )
      .filter((title) => title !== '')
      .join('-')
      .slice(0, 120) || 'netwright'
  }.${ending}`;
