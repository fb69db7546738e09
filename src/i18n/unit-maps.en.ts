/** What each unit gives over the plane, in English. */
export const unitMapsEn = {
  unitMaps: {
    enter: 'Into a node: its units, its weights',
    of: 'Units of {{name}}',
    unit: 'Unit {{unit}} of {{name}}: show it large',
    more_one: '{{count}} more unit is left out here',
    more_other: '{{count}} more units are left out here',
    heading: 'Unit {{unit}} of {{name}}',
    filled: 'Shown: unit {{unit}} of {{name}}',
  },
};
