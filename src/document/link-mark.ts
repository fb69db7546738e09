/** What stands in an address before the text of a network. */
export const LINK_MARK = '#n=';
