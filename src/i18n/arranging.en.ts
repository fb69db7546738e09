/** Layout, alignment, comments and first steps, in English. */
export const arrangingEn = {
  arrange: {
    tools: 'Selected layers',
    tidySelected: 'Lay out the selection',
    tidyRight: 'Lay out left to right',
    tidyDown: 'Lay out top to bottom',
    left: 'Align left',
    centre: 'Align centres',
    right: 'Align right',
    top: 'Align top',
    middle: 'Align middles',
    bottom: 'Align bottom',
    horizontal: 'Space out horizontally',
    vertical: 'Space out vertically',
  },
};
