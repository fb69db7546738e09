/** What is said where the network is locked, in English. */
export const locksEn = {
  locks: {
    lecture:
      'The network is locked while it is presented. Leave lecturer’s mode to open another one.',
    looking: 'This page is for looking only: the network can be trained, but not changed.',
    fixed: 'This page is for looking only: no other network is opened on it.',
  },
};
