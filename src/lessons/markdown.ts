import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { math } from 'micromark-extension-math';
import type { LessonFinding } from './card.ts';

/** What a card's text is made of. HTML, pictures and links are not: a lesson fetches nothing. */
const allowed: ReadonlySet<Nodes['type']> = new Set([
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'inlineCode',
  'code',
  'break',
  'list',
  'listItem',
  'blockquote',
  'math',
  'inlineMath',
] satisfies Nodes['type'][]);

/** What may end a piece in bold: `**87 %**`, `**]**`, `**$x$**`. */
const ends = [...'"$%)]}.!?”’'].map((sign) => sign.charCodeAt(0));

/**
 * CommonMark does not end bold between a sign and a letter, as it looks for the space between words. In Korean a
 * particle follows without one: `**87 %**를`.
 */
const particles = { attentionMarkers: { null: ends } };

/** Reads Markdown with formulas in `$…$` and `$$…$$`, and task lists. */
export const readMarkdown = (text: string): readonly RootContent[] =>
  fromMarkdown(text, {
    extensions: [math(), gfmTaskListItem(), particles],
    mdastExtensions: [mathFromMarkdown(), gfmTaskListItemFromMarkdown()],
  }).children;

/** Line of a piece of text that itself starts in line `first`. */
export const lineOf = (node: Nodes, first: number): number =>
  first + (node.position?.start.line ?? 1) - 1;

/** Everything in a text that a card does not show. */
export function strayNodes(nodes: readonly Nodes[], first: number): readonly LessonFinding[] {
  return nodes.flatMap((node) => {
    if (!allowed.has(node.type)) {
      return [{ line: lineOf(node, first), message: `a card shows no ${node.type}` }];
    }
    // A card would show the asterisks.
    if (node.type === 'text' && node.value.includes('**')) {
      return [{ line: lineOf(node, first), message: `bold that does not end: “${node.value}”` }];
    }
    return 'children' in node ? strayNodes(node.children, first) : [];
  });
}

/** Every formula in a text, with its line and whether it stands alone. */
export function formulasOf(
  nodes: readonly Nodes[],
  first: number,
): readonly { readonly line: number; readonly tex: string; readonly display: boolean }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'math' || node.type === 'inlineMath') {
      return [{ line: lineOf(node, first), tex: node.value, display: node.type === 'math' }];
    }
    return 'children' in node ? formulasOf(node.children, first) : [];
  });
}
