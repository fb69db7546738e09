import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';

/** Pages behind a row of tabs; only the chosen one is there. */
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
  return (
    <RadixTabs.Root
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className="flex h-full min-h-0 flex-col"
    >
      <RadixTabs.List
        aria-label={label}
        className="m-2.5 flex shrink-0 gap-0.5 rounded-lg border border-line bg-surface-2 p-0.5"
      >
        {tabs.map((tab) => (
          <RadixTabs.Trigger
            key={tab.value}
            value={tab.value}
            data-tab={tab.value}
            className="h-7 flex-1 pointer-coarse:h-10 rounded-md text-ink-2 hover:text-ink data-[state=active]:bg-surface data-[state=active]:font-semibold data-[state=active]:text-ink data-[state=active]:shadow-card"
          >
            {tab.title}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content
          key={tab.value}
          value={tab.value}
          className="min-h-0 flex-1 overflow-y-auto focus-visible:outline-offset-[-2px]"
        >
          {tab.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
