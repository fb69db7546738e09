/** What wiring says, in English. */
export const wiresEn = {
  kindList: {
    after: 'What comes after {{name}}?',
    before: 'What comes before {{name}}?',
    wire: 'What goes between {{from}} and {{to}}?',
    swap: 'Swap {{name}} for what?',
    fits: 'Fits here',
    flawed: 'Would need a mend',
    refused: 'Cannot stand here',
    cuts_one: 'It takes fewer inputs: {{count}} wire would be cut.',
    cuts_other: 'It takes fewer inputs: {{count}} wires would be cut.',
    mixed: 'Steps of calculations and layers of networks cannot be joined.',
  },
  wiring: {
    pending: 'Choose where the wire ends. Escape leaves it.',
    cut: 'Let go to cut the wire',
    insert: 'Insert a layer here',
    swap: 'Swap for another kind',
  },
};
