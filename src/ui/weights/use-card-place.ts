import { type RefObject, useLayoutEffect, useState } from 'react';
import { useOwnSize } from '../kit/use-own-size.ts';
import { type Box, placeCard } from './place-card.ts';

/** Between a card and the edge of where it may stand, in pixels. */
const EDGE = 6;

/** How much taller the card becomes when a number is set, in pixels: it does not move under the hand for that. */
const GROWS = 84;

/**
 * Where the card of a node stands on screen, so that the node stays in sight; none before it is known. It stays
 * there while it is open.
 */
export function useCardPlace(
  card: RefObject<HTMLElement | null>,
  node: string,
): { readonly left: number; readonly top: number } | undefined {
  const size = useOwnSize(card);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  const isKnown = size !== undefined;
  useLayoutEffect(() => {
    if (!isKnown) return;
    const settle = (): void => {
      const nodes = [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
      const own = nodes.find(({ dataset }) => dataset['id'] === node);
      if (!own || !card.current) return;
      const { offsetWidth: width, offsetHeight } = card.current;
      const height = offsetHeight + GROWS;
      const others = nodes.filter((each) => each !== own).map(boxOf);
      const headings = [...document.querySelectorAll('.react-flow__node header, h2, h3')];
      const outside = headings
        .filter((each) => !own.contains(each))
        .map(boxOf)
        .filter(isSeen);
      const around = { own: boxOf(own), others, headings: outside, area: areaOf() };
      setPlace(placeCard({ width, height }, around));
    };
    settle();
    addEventListener('resize', settle);
    return () => removeEventListener('resize', settle);
  }, [isKnown, card, node]);
  return place;
}

/** The page without what is above the canvas, and without what trains, steps and looks back. */
function areaOf(): Box {
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  const bars = [...document.querySelectorAll('[data-runs]')].map(
    (bar) => bar.getBoundingClientRect().top,
  );
  return {
    left: EDGE,
    top: (canvas?.top ?? 0) + EDGE,
    right: innerWidth - EDGE,
    bottom: Math.min(innerHeight, ...bars) - EDGE,
  };
}

const isSeen = ({ left, right }: Box): boolean => right > left;

const boxOf = (element: Element): Box => element.getBoundingClientRect();
