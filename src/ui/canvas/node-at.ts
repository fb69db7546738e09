/** The id of the node that an element belongs to, on the canvas or in the list of nodes. */
export function nodeAt(element: EventTarget | null): string | undefined {
  if (!(element instanceof Element)) return undefined;
  const node = element.closest<HTMLElement>('.react-flow__node, [data-outline-node]');
  return node?.dataset['id'] ?? node?.dataset['outlineNode'];
}
