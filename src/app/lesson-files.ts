/** The lessons that ship with the page: `ID.json`, each loaded when it is asked for. */
export const lessonFiles = import.meta.glob('../../presets/{lab,lec}-*.json', {
  import: 'default',
});

/** The cards of the lessons: `ID.LANGUAGE.md`, each loaded when it is asked for. */
export const cardFiles = import.meta.glob('../../presets/*.md', {
  import: 'default',
  query: '?raw',
});
