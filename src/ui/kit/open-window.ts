/** What opens over the page and has keys of its own. */
type WindowRole = 'dialog' | 'menu';

/**
 * Whether a window of one of these roles is open over the page. The nodes of the canvas are passed over: a large
 * network has ten thousand elements, none of them a window, and this is asked at every key.
 */
export function isWindowOpen(...roles: readonly WindowRole[]): boolean {
  const isOpen = (element: Element): boolean =>
    roles.some((role) => element.getAttribute('role') === role);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT, (node) => {
    const element = node as Element;
    if (element.classList.contains('react-flow')) return NodeFilter.FILTER_REJECT;
    return isOpen(element) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  return walker.nextNode() !== null;
}
