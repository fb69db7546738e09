import type { Nodes } from 'mdast';
import { lazy, type ReactNode, Suspense } from 'react';

const Formula = lazy(async () => ({ default: (await import('../kit/formula.tsx')).Formula }));

/** A card's text. Whatever a card does not show, HTML above all, is left out. */
export const Prose = ({ nodes }: { nodes: readonly Nodes[] }): ReactNode =>
  nodes.map((node, i) => <Piece key={i} node={node} />);

function Piece({ node }: { node: Nodes }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return (
        <p className="my-1.5 first:mt-0 last:mb-0">
          <Prose nodes={node.children} />
        </p>
      );
    case 'text':
      return node.value;
    case 'emphasis':
      return (
        <em>
          <Prose nodes={node.children} />
        </em>
      );
    case 'strong':
      return (
        <strong className="font-semibold text-ink">
          <Prose nodes={node.children} />
        </strong>
      );
    case 'inlineCode':
      return <code className="num rounded bg-surface-2 px-1">{node.value}</code>;
    case 'code':
      return (
        <pre className="num my-1.5 overflow-x-auto rounded-lg bg-surface-2 p-2">{node.value}</pre>
      );
    case 'break':
      return <br />;
    case 'list':
      return node.ordered ? (
        <ol className="my-1.5 list-decimal pl-5" start={node.start ?? 1}>
          <Prose nodes={node.children} />
        </ol>
      ) : (
        <ul className="my-1.5 list-disc pl-5">
          <Prose nodes={node.children} />
        </ul>
      );
    case 'listItem':
      return (
        <li>
          <Prose nodes={node.children} />
        </li>
      );
    case 'inlineMath':
      return <TypesetFormula tex={node.value} />;
    case 'math':
      return <TypesetFormula tex={node.value} display />;
    default:
      return null;
  }
}

/** A formula; until the typesetter has come, as it is written. */
const TypesetFormula = (props: { tex: string; display?: boolean }) => (
  <Suspense fallback={<code className="num">{props.tex}</code>}>
    <Formula {...props} />
  </Suspense>
);
