import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { Problem } from '../compiler/problem.ts';
import type { Language } from '../core/words.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { SampleRef } from '../engine/data/sample-ref.ts';
import type { DialogName } from './dialog-names.ts';
import { createPageStorage } from './page-storage.ts';

/** Which theme is wanted; `system` follows the machine. */
export type Theme = 'light' | 'dark' | 'system';

/** A box on the canvas, in its own pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is selected on the canvas. */
export interface Selection {
  /** Comments; left out where there are none. */
  readonly notes?: readonly string[];
  readonly nodes: readonly string[];
  readonly wires: readonly string[];
}

/** A new layer that is being carried to the canvas. */
export interface Carried {
  /** The kind of layer, or the name of a block. */
  readonly kind?: string;
  readonly name?: string;
  /** Where the pointer is, in client pixels. */
  readonly x: number;
  readonly y: number;
}

/** Something to tell the person, until it is dismissed. `action` offers a way out. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'bad';
  readonly text: string;
  /** Is read at leisure: it goes when it is dismissed. */
  readonly stays?: boolean;
  /** Came while a window was open, and is about what was done there. */
  readonly within?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What the list of commands is asked for: a layer, or something to do with a node or on a wire. */
export type Asking =
  | { readonly what: 'after' | 'before' | 'connect' | 'cut'; readonly node: string }
  | { readonly what: 'insert'; readonly wire: string }
  | { readonly what: 'free' };

/** What a menu is about: a node or the card of a collapsed block, a wire, a comment, or the canvas. */
export type MenuTarget =
  | { readonly type: 'node' | 'wire' | 'note'; readonly id: string }
  | { readonly type: 'canvas' };

/** A menu that is open at a point of the screen, in client pixels. */
export interface OpenMenu {
  readonly target: MenuTarget;
  readonly x: number;
  readonly y: number;
}

/** Where a kind is looked for: after an output, before an input, on a wire, or in a node's place. */
export type KindPlace =
  | { readonly type: 'after' | 'before' | 'swap'; readonly node: string }
  | { readonly type: 'wire'; readonly wire: string };

/** Where a carried layer would stand, in pixels of the canvas, and the nodes it would be wired to. */
export interface DropSpot {
  readonly x: number;
  readonly y: number;
  readonly before?: string;
  readonly after?: string;
}

/** A wire that is being drawn by clicks, from a node's output (`outward`) or backwards from its input. */
export interface Wiring {
  readonly node: string;
  readonly outward: boolean;
  /** The wire whose other end is being moved. */
  readonly wire?: string;
}

/** What a number was before it was set by hand. */
export interface BeforeHand {
  /** The origin of the document that it was set in. */
  readonly origin: number;
  readonly value: number;
  readonly step: number;
  readonly epoch: number;
  /** The id of the run that was left. */
  readonly run: string | undefined;
}

/** A walk through one update. */
export interface Walk {
  /** Which of its stops it is at. */
  readonly at: number;
  /** The row of the batch that is followed; without one, the whole batch. */
  readonly row: number | undefined;
  /** The number whose arithmetic is shown; one that suits, where it is left out. */
  readonly place: { readonly row: number; readonly index: number } | undefined;
  /** It goes on by itself. */
  readonly playing: boolean;
  /** Finite differences stand beside the derivatives. */
  readonly check: boolean;
  /** Updates that were done before this one, from when it is carried out. */
  readonly taken: number | undefined;
  /** Updates that were done before the one that was walked through last: it can be gone back to. */
  readonly before: number | undefined;
}

/** How the page is looked at; nothing of it belongs to the document. */
export interface ViewState {
  readonly theme: Theme;
  readonly language: Language;
  readonly leftTab: 'layers' | 'lessons' | 'data';
  readonly rightTab: 'see' | 'train' | 'layer';
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
  readonly boundarySize: number;
  readonly hardEdges: boolean;
  readonly logScale: boolean;
  /** Whether keys of one letter or sign do something. */
  readonly letterKeys: boolean;
  /** Updates a second that are wanted; 0 is as many as can be. */
  readonly pace: number;
  /** The pace that a lesson's card asks for instead. */
  readonly cardPace: number | undefined;
  /** The sample that pictures of layers are drawn for. */
  readonly sample: SampleRef;
  /** The layer that is looked into, over the canvas. */
  readonly lens: string | undefined;
  /** The unit that is pointed at on the canvas: it fills the large picture of the plane. */
  readonly unit: { readonly node: string; readonly index: number } | undefined;
  /** The walk through an update that is under way. */
  readonly walk: Walk | undefined;
  /** What stands beside the nodes and is to be seen with them: its boxes, in pixels of the canvas. */
  readonly beside: readonly Box[];
  /** The weight that is read and set. */
  readonly weight:
    | {
        readonly place: {
          readonly node: string;
          readonly tensor: number;
          readonly index: number;
        };
        /** It was opened by key, and takes the focus. */
        readonly byKey: boolean;
      }
    | undefined;
  /** Numbers that were set by hand, by node, tensor and index: what they were before, and where training stood. */
  readonly byHand: Readonly<Record<string, BeforeHand>>;
  /** Whether nodes show how weights, values and gradients are spread. */
  readonly spread: boolean;
  /** Maps of a layer share one scale, or each has its own. */
  readonly sharedScale: boolean;
  /** What is dragged on the canvas stands level with its neighbours. */
  readonly snap: boolean;
  /** Hints that were heeded or dismissed. */
  readonly hintsGone: readonly string[];
  /** Pictures that are folded away until they are wanted, and are wanted now. */
  readonly unfolded: readonly string[];
  readonly selection: Selection;
  /** Dragging on the canvas selects with a box instead of moving what is seen. */
  readonly boxSelect: boolean;
  readonly carried: Carried | undefined;
  /** The wire that what is dragged would be inserted into. */
  readonly dropWire: string | undefined;
  /** The list of kinds that is open on the canvas; `x` and `y` in client pixels. */
  readonly kindList:
    | { readonly place: KindPlace; readonly x: number; readonly y: number }
    | undefined;
  readonly wiring: Wiring | undefined;
  /** The wire whose end is being dragged. */
  readonly plugging: string | undefined;
  /** Where a carried layer would stand, in pixels of the canvas, and the nodes it would be wired to. */
  readonly dropSpot: DropSpot | undefined;
  readonly notices: readonly Notice[];
  /** Why the work could not be kept in the browser. */
  readonly storageTrouble: string | undefined;
  readonly startOpen: boolean;
  readonly problemsOpen: boolean;
  /** Inputs that are typed to be answered. */
  readonly asked: readonly number[];
  /** The columns and rows of the table are on screen. */
  readonly tableOpen: boolean;
  /** The window over the page, if one is open. */
  readonly dialog: DialogName | undefined;
  /** What the list of commands is open for; for everything, where it is left out. */
  readonly asking: Asking | undefined;
  /** The menu that is open at what was pressed. */
  readonly menu: OpenMenu | undefined;
  /** Whether the network is shown as a list instead of on the canvas. */
  readonly outline: boolean;
  /** The recording of the run is being shown from moment to moment. */
  readonly replaying: boolean;
  /** What was said last to those who do not see the page; a new object says it again. */
  readonly said: { readonly text: string };
  /** A file or a link that was read but has mistakes in it; the person decides. */
  readonly doubtful:
    | {
        readonly document: GraphDocument;
        readonly problems: readonly Problem[];
        readonly from: 'file' | 'link';
      }
    | undefined;
  /** Node whose text is to be typed into as soon as it is on screen. */
  readonly editing: string | undefined;
  /** Node that the canvas should bring into view; a new object asks again. */
  readonly focus: { readonly nodes: readonly string[] } | undefined;
  readonly set: (change: Partial<Settable>) => void;
  readonly select: (
    nodes: readonly string[],
    wires?: readonly string[],
    notes?: readonly string[],
  ) => void;
  readonly notify: (notice: Omit<Notice, 'id' | 'within'>) => void;
  readonly dismiss: (id: number) => void;
}

type Settable = Omit<ViewState, 'set' | 'select' | 'notify' | 'dismiss'>;

/** What is remembered on this machine. */
const remembered = [
  'theme',
  'language',
  'leftOpen',
  'rightOpen',
  'boundarySize',
  'hardEdges',
  'logScale',
  'letterKeys',
  'pace',
  'sharedScale',
  'snap',
  'spread',
  'hintsGone',
  'unfolded',
] as const satisfies readonly (keyof ViewState)[];

/** What is looked at first: a row that the network is not trained on, where there is one. */
const firstSample: SampleRef = { type: 'row', part: 'test', index: 0 };

const MAX_NOTICES = 3;
/** Below this width both panels leave too little of the canvas, in pixels. */
const NARROW = 900;
/** Up to this width panels are sheets, and none lies over the canvas at first, in pixels. */
const SHEETS = 768;

/** How the page is looked at. Works without storage too; then nothing is remembered. */
export function createViewStore(language: Language) {
  let notices = 0;
  return createStore<ViewState>()(
    persist(
      (set, get) => ({
        theme: 'system',
        language,
        leftTab: 'layers',
        rightTab: 'see',
        // On a narrow screen the canvas comes first; the layers are one press away.
        leftOpen: innerWidth >= NARROW,
        rightOpen: innerWidth > SHEETS,
        boundarySize: 100,
        hardEdges: false,
        logScale: false,
        letterKeys: true,
        pace: 0,
        cardPace: undefined,
        sample: firstSample,
        lens: undefined,
        unit: undefined,
        beside: [],
        byHand: {},
        spread: false,
        weight: undefined,
        walk: undefined,
        sharedScale: true,
        snap: true,
        hintsGone: [],
        unfolded: [],
        selection: { nodes: [], wires: [] },
        boxSelect: false,
        carried: undefined,
        dropWire: undefined,
        kindList: undefined,
        wiring: undefined,
        plugging: undefined,
        dropSpot: undefined,
        notices: [],
        storageTrouble: undefined,
        startOpen: false,
        problemsOpen: false,
        asked: [],
        tableOpen: false,
        dialog: undefined,
        asking: undefined,
        menu: undefined,
        outline: false,
        replaying: false,
        said: { text: '' },
        doubtful: undefined,
        editing: undefined,
        focus: undefined,
        set: (change) => set(change),
        select: (nodes, wires = [], notes = []) =>
          set({ selection: { nodes, wires, ...(notes.length > 0 && { notes }) } }),
        notify: (notice) => {
          notices += 1;
          const others = get().notices.filter(({ text }) => text !== notice.text);
          const said: Notice = { ...notice, id: notices, within: hasWindow(get()) };
          set({ notices: [...others, said].slice(-MAX_NOTICES) });
        },
        dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
      }),
      {
        name: 'netwright-view',
        storage: createPageStorage(),
        partialize: (state) =>
          Object.fromEntries(remembered.map((key) => [key, state[key]])) as Partial<ViewState>,
        merge: (saved, state) => ({
          ...state,
          ...checked(saved, state),
          ...(innerWidth <= SHEETS && { leftOpen: false, rightOpen: false }),
        }),
      },
    ),
  );
}

/** Whether a window lies over the page. */
export const hasWindow = ({ dialog, startOpen, doubtful, tableOpen }: ViewState): boolean =>
  dialog !== undefined || startOpen || doubtful !== undefined || tableOpen;

/** Settings of an unknown age: only those whose type is still right are taken. */
function checked(saved: unknown, state: ViewState): Partial<ViewState> {
  if (typeof saved !== 'object' || saved === null) return {};
  const values = saved as Record<string, unknown>;
  return Object.fromEntries(
    remembered.flatMap((key) =>
      typeof values[key] === typeof state[key] &&
      Array.isArray(values[key]) === Array.isArray(state[key])
        ? [[key, values[key]]]
        : [],
    ),
  );
}

/** The store of the view. */
export type ViewStore = ReturnType<typeof createViewStore>;
