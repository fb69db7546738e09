/** The height and edges of the bar of time, empty or not: nothing moves when one takes the place of the other. */
export const BAR_PLACE =
  'flex h-9 min-w-0 items-center gap-2 border-t border-line px-4 pointer-coarse:h-11 max-[769px]:px-2';
