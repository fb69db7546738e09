import { type ReactNode, useContext } from 'react';
import { SectionTools } from './section-tools.ts';

/** A titled part of a panel, with a remark at the right of its title. */
export function Section({
  title,
  remark,
  last = false,
  children,
}: {
  title: string;
  remark?: ReactNode;
  /** Stands at the end of its panel, whatever follows. */
  last?: boolean;
  children: ReactNode;
}) {
  const tools = useContext(SectionTools);
  return (
    <section
      aria-label={title}
      className={`border-t border-line px-3.5 py-2.5 ${last ? 'order-last' : ''}`}
    >
      <div className="mb-1.5 flex items-center gap-1">
        <h2 className="flex min-w-0 flex-1 items-center justify-between gap-3">
          <span className="font-semibold">{title}</span>
          <span className="num text-[13px] text-ink-3">{remark}</span>
        </h2>
        {tools}
      </div>
      {children}
    </section>
  );
}
