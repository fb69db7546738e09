/** The id of the node, card or open block that an element belongs to, on the canvas or in the list of nodes. */
export function nodeAt(element: EventTarget | null): string | undefined {
  if (!(element instanceof Element)) return undefined;
  const node = element.closest<HTMLElement>('.react-flow__node, [data-frame], [data-outline-node]');
  const { id, frame, outlineNode } = node?.dataset ?? {};
  return id ?? frame ?? outlineNode;
}
