import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

/** Pages behind a row of tabs; only the chosen one is there. Arrows, Home and End go along the row. */
export function Tabs<T extends string>({
  label,
  value,
  onChange,
  tabs,
}: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { readonly value: T; readonly title: string; readonly content: ReactNode }[];
}) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const chosen = tabs.find((tab) => tab.value === value);

  function walk(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => tab.value === value);
    const to = neighbour(event.key, at, tabs.length);
    const next = to === undefined ? undefined : tabs[to];
    if (to === undefined || !next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChange(next.value);
    row.current?.querySelectorAll('button')[to]?.focus();
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div
        ref={row}
        role="tablist"
        aria-label={label}
        onKeyDown={walk}
        className="m-2.5 flex shrink-0 gap-0.5 rounded-lg border border-line bg-surface-2 p-0.5"
      >
        {tabs.map((tab) => {
          const active = tab.value === value;
          return (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              aria-selected={active}
              aria-controls={active ? `${id}-page` : undefined}
              tabIndex={active ? 0 : -1}
              data-tab={tab.value}
              data-state={active ? 'active' : 'inactive'}
              onClick={() => onChange(tab.value)}
              className="h-7 flex-1 pointer-coarse:h-10 rounded-md text-ink-2 hover:text-ink data-[state=active]:bg-surface data-[state=active]:font-semibold data-[state=active]:text-ink data-[state=active]:shadow-card"
            >
              {tab.title}
            </button>
          );
        })}
      </div>
      {chosen ? (
        <div
          key={value}
          role="tabpanel"
          id={`${id}-page`}
          aria-labelledby={`${id}-${value}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls the page from here
          tabIndex={0}
          data-scrolls
          className="min-h-0 flex-1 overflow-y-auto focus-visible:outline-offset-[-2px]"
        >
          {chosen.content}
        </div>
      ) : null}
    </div>
  );
}

/** Where a key leads in a row of so many, round its ends. */
function neighbour(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
