/** How high the strip of cards is, on a lecturer's stage and off it. */
export const stripHeight = (unfolded: boolean, presenting: boolean): string =>
  presenting
    ? 'h-56 scale-stage'
    : unfolded
      ? 'h-[clamp(14rem,29vh,19rem)] max-[769px]:h-[min(15rem,42dvh)]'
      : 'h-11';

/** The room that the cards will take, so that nothing moves when they come. */
export const StripSpace = (place: { unfolded: boolean; presenting: boolean }) => (
  <div className={stripHeight(place.unfolded, place.presenting)} />
);
