import type { Notice } from '../../state/view-store.ts';

/** What stands in a place of its own, and what lies over the page. */
interface PlacedNotices {
  readonly standing: readonly Notice[];
  readonly over: readonly Notice[];
}

/** Whether a message goes by itself: one that only informs, and offers nothing. */
export const goes = ({ tone, stays, action }: Notice): boolean =>
  tone === 'info' && !stays && !action;

/**
 * Where messages are shown. What stays until it is dismissed has room of its own, or it would cover what it is
 * about; what goes by itself lies over the page. Over a window lies only what came of it: what was said before
 * would stand half behind it.
 */
export const placeNotices = (notices: readonly Notice[], windowOpen: boolean): PlacedNotices => ({
  standing: notices.filter((each) => !goes(each) && !(windowOpen && each.within)),
  over: notices.filter((each) => (windowOpen ? each.within : goes(each))),
});
