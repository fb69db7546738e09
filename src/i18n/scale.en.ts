/** Small screens, in English. */
export const scaleEn = {
  small: {
    close: 'Close {{name}}',
    moreTools: 'More tools',
    moreTraining: 'More training controls',
  },
} as const;
