import { Command as Cmdk } from 'cmdk';
import { printKey } from '../actions/key-press.ts';
import { Kbd } from '../kit/kbd.tsx';
import { FamilyIcon } from '../palette/family-icon.tsx';
import type { Command } from './command.ts';

/** One command: its mark, its name, what tells it apart, its key; and why it is refused. */
export function CommandLine({
  command,
  onChoose,
}: {
  command: Command;
  onChoose: (command: Command) => void;
}) {
  const { id, title, detail, family, keys = [], remark, refused } = command;
  const [key] = keys;
  return (
    <Cmdk.Item
      value={id}
      data-command={id}
      onSelect={() => onChoose(command)}
      className="flex min-h-10 cursor-pointer scroll-my-2 items-center gap-2.5 rounded-lg px-2 py-1.5 data-[selected=true]:bg-accent-soft"
    >
      {family ? <FamilyIcon family={family} /> : null}
      <span className="min-w-0 flex-1">
        <span className={`block truncate ${refused ? 'text-ink-2' : ''}`}>{title}</span>
        {remark === undefined ? null : (
          <span className="block text-[13px] leading-snug text-ink-2">{remark}</span>
        )}
      </span>
      {detail ? <span className="num shrink-0 text-[13px] text-ink-2">{detail}</span> : null}
      {key === undefined ? null : <Kbd>{printKey(key)}</Kbd>}
    </Cmdk.Item>
  );
}
