/** What projects and their keeping are called, in English. */
export const projectsEn = {
  projects: {
    title: 'Your projects',
    subtitle:
      'Kept in this browser, each with its steps and how far training came. A lesson becomes a project of yours once you edit it.',
    new: 'New project',
    search: 'Find a project',
    found: 'No project is called “{{query}}”.',
    none: 'Nothing is kept here yet.',
    open: 'Open {{name}}',
    here: 'on screen',
    layers_one: '{{count}} node',
    layers_other: '{{count}} nodes',
    rename: 'Rename {{name}}',
    name: 'New name of {{name}}',
    duplicate: 'Duplicate {{name}}',
    copyOf: 'Copy of {{name}}',
    remove: 'Delete {{name}}',
    removed: '{{name}} is deleted.',
    bringBack: 'Bring it back',
    unreadable: 'This project cannot be read. It stays where it is.',
    failed: 'The browser’s storage cannot be reached, so projects cannot be listed or changed.',
    unread_one: '{{count}} project was kept by another version of this page and is left untouched.',
    unread_other:
      '{{count}} projects were kept by another version of this page and are left untouched.',
  },
  keeping: {
    kept: 'Kept in this browser',
    keeping: 'Keeping…',
    not: 'Not kept',
    why: 'Not kept in this browser ({{why}}). Press to save as a file.',
  },
};
