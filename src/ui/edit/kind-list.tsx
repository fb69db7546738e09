import { useReactFlow } from '@xyflow/react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import type { KindPlace, ViewState } from '../../state/view-store.ts';
import { performAction } from '../actions/perform.ts';
import { useActionContext } from '../actions/use-action-context.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { shownAs } from '../canvas/nodes/folded.ts';
import { useDisplayName } from '../canvas/nodes/use-display-name.ts';
import { search } from '../palette/search.ts';
import { inOrder, judgeOf, kindsFor } from './judge-kinds.ts';
import { KindOptions } from './kind-options.tsx';
import { atPort, clearOfNodes } from './node-boxes.ts';
import { planKind } from './plan-kind.ts';
import { useEdit } from './use-edit.ts';
import { useVerdicts } from './use-verdicts.ts';

/** Kinds that can stand where a wire was dropped, to search and choose from; Escape leaves nothing behind. */
export function KindList({ place, x, y }: NonNullable<ViewState['kindList']>) {
  const { t } = useTranslation();
  const words = useWords();
  const flow = useReactFlow();
  const { documents, views, catalogue } = useStores();
  const { carryOut } = useEdit();
  const context = useActionContext();
  const title = useListTitle(place);
  const document = useDocument((state) => state.document);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const content = useRef<HTMLDivElement>(null);
  const added = useRef<string>(undefined);
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) });
  const judge = useMemo(
    () => judgeOf(document, documents.getState().usedIds, catalogue, place),
    [document, documents, catalogue, place],
  );
  const kinds = useMemo(() => {
    const all = kindsFor(document, catalogue, place);
    const wanted = search(all, query);
    return { wanted, first: [...wanted, ...all.filter((kind) => !wanted.includes(kind))] };
  }, [document, catalogue, place, query]);
  const { verdicts, unfinished } = useVerdicts(judge, kinds.first);
  const shown = inOrder(kinds.wanted.flatMap((kind) => verdicts.get(kind) ?? []));
  const possible = shown.filter(({ type }) => type !== 'refused');
  const close = (): void => views.getState().set({ kindList: undefined });

  function choose(kind: LayerKind): void {
    const { document: now, usedIds } = documents.getState();
    const point = flow.screenToFlowPosition({ x, y });
    const at = clearOfNodes(flow, atPort(now.flow, place.type === 'before', point));
    const plan = planKind(now, usedIds, catalogue, kind, place, at);
    if (!plan.ok) return;
    // Said as any other action is; the list itself hands the focus on.
    void performAction({ run: () => carryOut(plan.value) }, context);
    added.current = shownAs(documents.getState().document, plan.value.id);
    close();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const last = possible.length - 1;
    const moves: Partial<Record<string, number>> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 6),
      PageUp: Math.max(0, active - 6),
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    }
    if (event.key === 'Tab') close();
    const chosen = possible[active];
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      choose(chosen.kind);
    }
  }

  // The canvas keeps presses to itself; the list hears of them on their way down.
  useEffect(() => {
    const press = ({ target }: PointerEvent): void => {
      if (!content.current?.contains(target as Node)) {
        views.getState().set({ kindList: undefined });
      }
    };
    addEventListener('pointerdown', press, { capture: true });
    return () => removeEventListener('pointerdown', press, { capture: true });
  }, [views]);

  const current = possible[active]?.kind.kind;
  return (
    <Popover.Root open onOpenChange={(open) => !open && close()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          ref={content}
          aria-label={title}
          data-testid="kind-list"
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          // A press elsewhere closes it, see above; the canvas moves the focus on its own, too.
          onFocusOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // One goes on from what was added, by keyboard, too.
            if (added.current !== undefined) focusNode(added.current);
          }}
          className="z-50 flex h-[min(22rem,var(--radix-popover-content-available-height))] w-[19rem] max-w-[94vw] flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-card"
        >
          <p className="px-3 pt-2.5 text-[13px] text-ink-2">{title}</p>
          <input
            type="text"
            role="combobox"
            data-kind-search=""
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls={list}
            aria-activedescendant={current && `${list}-${current}`}
            aria-label={t('palette.search')}
            placeholder={t('palette.search')}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            className="mx-2.5 mt-1.5 mb-1 h-9 shrink-0 rounded-lg border border-line bg-surface px-2.5 text-ink placeholder:text-ink-3 pointer-coarse:h-11"
          />
          {shown.length === 0 && !unfinished ? (
            <p className="px-3 pt-1 pb-3 text-ink-2">{t('palette.none', { query })}</p>
          ) : null}
          <KindOptions
            id={list}
            label={title}
            verdicts={shown}
            searched={query !== ''}
            active={current}
            nameOf={(kind) => words(kind.title)}
            onHover={(kind) => setActive(possible.findIndex((each) => each.kind === kind))}
            onChoose={choose}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What the list is asked for, as a question. */
function useListTitle(place: KindPlace): string {
  const { t } = useTranslation();
  const name = useDisplayName();
  const wire = useDocument(({ document }) =>
    document.graph.wires.find(({ id }) => place.type === 'wire' && id === place.wire),
  );
  if (place.type !== 'wire') return t(`kindList.${place.type}`, { name: name(place.node) });
  return t('kindList.wire', { from: name(wire?.from ?? ''), to: name(wire?.to ?? '') });
}
