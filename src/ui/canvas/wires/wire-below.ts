/** The wire below a point of the screen, if there is one. */
export function wireBelow(x: number, y: number): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const edge = element.closest<SVGElement>('.react-flow__edge[data-id]');
    if (edge) return edge.dataset['id'];
  }
  return undefined;
}

/** Whether a point of the screen lies on the canvas. */
export const isOverCanvas = (x: number, y: number): boolean =>
  document.elementsFromPoint(x, y).some((element) => element.closest('.react-flow') !== null) &&
  !document.elementsFromPoint(x, y).some((element) => element.closest('[data-panel]') !== null);
