import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import { useStores, useView } from '../state/stores.ts';
import { SectionTools } from '../ui/kit/section-tools.ts';

/** A picture that is made only while it is unfolded. `children` is called then. */
export function FoldSection({
  id,
  title,
  remark,
  children,
}: {
  id: string;
  title: string;
  remark?: ReactNode;
  children: () => ReactNode;
}) {
  const { views } = useStores();
  const open = useView((view) => view.unfolded.includes(id));
  const tools = useContext(SectionTools);
  const Chevron = open ? ChevronDown : ChevronRight;
  const toggle = (): void => {
    const { unfolded } = views.getState();
    views.getState().set({
      unfolded: open ? unfolded.filter((each) => each !== id) : [...unfolded, id],
    });
  };
  return (
    <section
      aria-label={title}
      className="border-t border-line px-3.5 py-2"
      data-folded={open ? undefined : true}
    >
      <div className="flex items-center gap-1">
        <h2 className="flex min-w-0 flex-1 items-center justify-between gap-3">
          <button
            type="button"
            aria-expanded={open}
            onClick={toggle}
            className="-ml-1 flex items-center gap-1 rounded font-semibold hover:text-accent"
          >
            <Chevron size={15} aria-hidden className="text-ink-3" />
            {title}
          </button>
          {open ? <span className="num text-[13px] text-ink-3">{remark}</span> : null}
        </h2>
        {open ? tools : null}
      </div>
      {open ? <div className="mt-1.5">{children()}</div> : null}
    </section>
  );
}
