/** Copies of parts of a network, in English. */
export const blocksEn = {
  parts: {
    copy: 'Copy',
    cut: 'Cut',
    paste: 'Paste',
    duplicate: 'Duplicate',
    boxSelect: 'Select with a box',
    pan: 'Drag the canvas again',
    nothing: 'What was copied last is no part of a network.',
    noClipboard: 'The browser does not let the page copy. Press Ctrl C (⌘ C) instead.',
    noReading:
      'The browser does not let the page read what was copied. Press Ctrl V (⌘ V) instead.',
    notPasted: 'This could not be pasted.',
    unread: 'The text is damaged.',
    invalid: 'The text is damaged at “{{path}}”: {{detail}}',
    'newer-version':
      'It was copied from a newer Netwright (format {{version}}; this page reads up to {{known}}).',
    noRoom: 'There is no room for it: a network has at most {{max}} layers.',
  },
  blocks: {
    unnamed: 'Block {{number}}',
    name: 'Name of the block',
    group: 'Group as a block',
    ungroup: 'Ungroup',
    collapse: 'Collapse',
    expand: 'Expand',
    collapseNamed: 'Collapse {{name}}',
    expandNamed: 'Expand {{name}}',
    whole: 'The whole block',
    remove: 'Delete the block',
    removeAll: 'Delete them',
    layers_one: '{{count}} layer',
    layers_other: '{{count}} layers',
    frame: 'Block {{name}}, {{layers}}',
    card: 'Block {{name}}, collapsed, {{layers}}, {{shape}}',
    titleHint: 'Drag to move the block, press to select it',
  },
};

/** What steps of the history did with parts, in English. */
export const blockStepsEn = {
  cut: 'cut {{name}}',
  cutMany: 'cut {{count}} layers',
  paste: 'paste {{name}}',
  pasteMany: 'paste {{count}} layers',
  duplicate: 'duplicate {{name}}',
  duplicateMany: 'duplicate {{count}} layers',
  group: 'group “{{name}}”',
  ungroup: 'ungroup “{{name}}”',
  renameBlock: 'rename “{{name}}”',
  collapse: 'collapse “{{name}}”',
  expand: 'expand “{{name}}”',
  partBlock: 'make “{{name}}” independent',
};
