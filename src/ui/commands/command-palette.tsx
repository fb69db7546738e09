import { Command as Cmdk } from 'cmdk';
import { Dialog as RadixDialog } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useStores, useView } from '../../state/stores.ts';
import { performAction } from '../actions/perform.ts';
import { useActionContext } from '../actions/use-action-context.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { nodeAt } from '../canvas/node-at.ts';
import { useDisplayName } from '../canvas/nodes/use-display-name.ts';
import { judgeOfAsking } from '../edit/judge-kinds.ts';
import { chosenThing, selectedThing } from '../edit/select-thing.ts';
import { useVerdicts } from '../edit/use-verdicts.ts';
import { useFocusBack } from '../kit/use-focus-back.ts';
import { useLessons } from '../lessons/use-lessons.ts';
import { search } from '../palette/search.ts';
import { type Command, commandGroups } from './command.ts';
import { CommandLine } from './command-line.tsx';
import { listCommands } from './list-commands.ts';
import { rank } from './rank.ts';
import { useAskingText } from './use-asking-text.ts';
import { useOtherLanguage } from './use-other-language.ts';

/** Everything that can be done, found by typing; or the answers to one question about a node or a wire. */
export function CommandPalette() {
  const { t } = useTranslation();
  const stores = useStores();
  const { views, documents, catalogue } = stores;
  const context = useActionContext();
  const asking = useView((view) => view.asking);
  // Answers to a question are known in both languages, and no lesson is among them.
  const other = useOtherLanguage(asking === undefined);
  const { documents: lessons } = useLessons(asking === undefined);
  const name = useDisplayName();
  const title = useAskingText(name)(asking);
  const [query, setQuery] = useState('');
  const [told, setTold] = useState('');
  const opener = useFocusBack();
  const place = useRef(nodeAt(opener.element));
  const chosen = useRef(false);
  const document = useDocument((state) => state.document);
  const judge = useMemo(
    () => judgeOfAsking(document, documents.getState().usedIds, catalogue, asking),
    [document, documents, catalogue, asking],
  );
  const kinds = useMemo(() => {
    const wanted = search(catalogue.layers.values(), query);
    return [...new Set([...wanted, ...catalogue.layers.values()])];
  }, [catalogue, query]);
  const trial = useVerdicts(judge, kinds);
  const commands = useMemo(
    () => listCommands({ context, other, lessons, judge, verdicts: trial.verdicts }, asking),
    [context, other, lessons, judge, trial, asking],
  );
  const groups = sortCommands(commands, query);
  const close = (): void => views.getState().set({ dialog: undefined, asking: undefined });

  function choose(command: Command): void {
    if (command.refused) {
      setTold(command.remark ?? '');
      return;
    }
    chosen.current = true;
    close();
    setQuery('');
    void performAction(command.action ?? command, context, place.current ?? chosenThing(stores));
  }

  return (
    <RadixDialog.Root open onOpenChange={(next) => !next && close()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <RadixDialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const isFree = window.document.activeElement === window.document.body;
            const thing = selectedThing(stores);
            // One goes on from what was added, and comes back where nothing was done.
            if (chosen.current && thing !== undefined) {
              if (isFree) focusNode(thing);
              return;
            }
            if (opener.giveBack()) return;
            // What had it is gone, as a field within a comment is.
            const here = place.current ?? thing;
            if (here !== undefined) focusNode(here);
          }}
          className="fixed top-[12vh] left-1/2 z-50 w-[94vw] max-w-xl -translate-x-1/2 overflow-hidden rounded-2xl border border-line bg-surface shadow-card"
        >
          <Cmdk label={title} shouldFilter={false} loop>
            <RadixDialog.Title
              className={asking ? 'px-4 pt-3 text-[13px] font-semibold text-ink-2' : 'sr-only'}
            >
              {title}
            </RadixDialog.Title>
            <Cmdk.Input
              value={query}
              onValueChange={(next) => {
                setQuery(next);
                setTold('');
              }}
              placeholder={t(asking ? 'commands.find' : 'commands.placeholder')}
              className="h-12 w-full border-b border-line bg-surface px-4 text-[15px] text-ink outline-none placeholder:text-ink-3"
            />
            <Cmdk.List
              label={title}
              className="max-h-[56vh] scroll-py-2 overflow-y-auto overscroll-contain p-2"
            >
              <Cmdk.Empty className="px-2 py-6 text-center text-ink-2">
                {t(query === '' ? 'commands.nothing' : 'commands.none', { query })}
              </Cmdk.Empty>
              {groups.map(({ group, members }) => (
                <Cmdk.Group
                  key={group}
                  heading={t(`commands.group.${group}`)}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-[13px] [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3"
                >
                  {members.map((command) => (
                    <CommandLine key={command.id} command={command} onChoose={choose} />
                  ))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
            <p className="border-t border-line px-4 py-2 text-[13px] text-ink-3">
              {t('commands.hint')}
            </p>
            <p role="status" className="sr-only">
              {told}
            </p>
          </Cmdk>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** Commands that answer to a text, the best first, under their headings. */
function sortCommands(
  commands: readonly Command[],
  query: string,
): readonly { readonly group: Command['group']; readonly members: readonly Command[] }[] {
  const ranked = commands.flatMap((command) => {
    const found = rank(command.names, query, command.aliases);
    return found === undefined ? [] : [{ command, rank: found }];
  });
  return commandGroups
    .map((group, place) => {
      const members = ranked
        .filter(({ command }) => command.group === group)
        .sort((a, b) => a.rank - b.rank);
      return { group, best: members[0]?.rank, place, members: members.map((each) => each.command) };
    })
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => (a.best ?? 0) - (b.best ?? 0) || isUnfit(a) - isUnfit(b) || a.place - b.place);
}

const isUnfit = ({ group }: Pick<Command, 'group'>): number => Number(group === 'unfit');
