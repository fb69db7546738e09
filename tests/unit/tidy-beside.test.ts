import type { TFunction } from 'i18next';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { MAX_TITLE, type Position } from '../../src/document/schema.ts';
import { tidy } from '../../src/ui/arrange/arrange.ts';
import { layOutBeside } from '../../src/ui/arrange/lay-out-beside.ts';
import { openModel } from '../../src/ui/files/open-model.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { chain } from '../support/graphs.ts';
import { storesOfXor } from '../support/stores.ts';

// The page is asked whether it may move things as soon as the canvas is loaded.
vi.hoisted(() =>
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {} })),
);
// The worker in which the layout is worked out.
vi.mock('../../src/ui/arrange/lay-out-beside.ts', () => ({ layOutBeside: vi.fn() }));

const t = ((key: string) => key) as unknown as TFunction;
const all = (ids: readonly string[], at: Position): Record<string, Position> =>
  Object.fromEntries(ids.map((id, i) => [id, { x: at.x, y: at.y + 100 * i }]));

beforeEach(() => vi.stubGlobal('document', { querySelector: () => null }));

describe('tidying, while the layout is worked out beside the page', () => {
  const place = () => {
    const stores = storesOfXor();
    const { document } = stores.documents.getState();
    const ids = Object.keys(document.graph.nodes);
    const nodes = ids.map((id) => ({ id, measured: { width: 194, height: 64 } }));
    const flow = { getNodes: () => nodes, setViewport: async () => true };
    return { ids, stores, place: { stores, t, flow } as unknown as Parameters<typeof tidy>[0] };
  };

  it('moves the nodes to where they are to stand', async () => {
    const { ids, stores, place: here } = place();
    vi.mocked(layOutBeside).mockResolvedValue(all(ids, { x: 77, y: 0 }));
    await tidy(here);
    const { layout } = stores.documents.getState().document;
    expect(Object.values(layout).map(({ x }) => x)).toEqual(ids.map(() => 77));
  });

  it('leaves a network alone that was opened meanwhile', async () => {
    const { ids, stores, place: here } = place();
    const other = documentOf(chain(['points'], ['dense'], ['loss']));
    vi.mocked(layOutBeside).mockImplementation(async () => {
      stores.documents.getState().open(other);
      return all(ids, { x: 77, y: 0 });
    });
    await tidy(here);
    expect(stores.documents.getState().document).toBe(other);
  });

  it('leaves a network alone that was changed meanwhile', async () => {
    const { ids, stores, place: here } = place();
    vi.mocked(layOutBeside).mockImplementation(async () => {
      stores.documents.getState().dispatch([{ type: 'remove', nodes: ids.slice(0, 1) }]);
      return all(ids, { x: 77, y: 0 });
    });
    await tidy(here);
    const { layout } = stores.documents.getState().document;
    expect(Object.values(layout).some(({ x }) => x === 77)).toBe(false);
  });

  it('says so when no layout comes', async () => {
    const { stores, place: here } = place();
    const before = stores.documents.getState().document;
    vi.mocked(layOutBeside).mockRejectedValue(new Error('out of memory'));
    await tidy(here);
    expect(stores.documents.getState().document).toBe(before);
    expect(stores.views.getState().notices.map(({ text }) => text)).toEqual(['arrange.failed']);
  });
});

describe('a network of another program', () => {
  const layers = [
    { class_name: 'InputLayer', config: { name: 'x', batch_input_shape: [null, 4] } },
    { class_name: 'Dense', config: { name: 'd', units: 1 } },
  ];
  const model = JSON.stringify({ class_name: 'Sequential', config: { layers } });
  const surroundings = (fileName: string) => ({
    catalogue,
    t,
    fileName,
    beside: [],
    view: { width: 800, height: 600 },
  });

  it('opens as what can be read back, however long the name of its file is', async () => {
    vi.mocked(layOutBeside).mockImplementation(async ({ graph }) =>
      all(Object.keys(graph.nodes), { x: 0, y: 0 }),
    );
    const opened = await openModel(model, surroundings(`${'n'.repeat(999)}.json`));
    expect(opened?.document?.meta.title).toBe('n'.repeat(MAX_TITLE));
    expect(parseDocument(JSON.parse(JSON.stringify(opened?.document)))).toMatchObject({ ok: true });
  });

  it('is refused when it could not be read back', async () => {
    vi.mocked(layOutBeside).mockImplementation(async ({ graph }) =>
      all(Object.keys(graph.nodes), { x: 2e6, y: 0 }),
    );
    const opened = await openModel(model, surroundings('m.json'));
    expect(opened?.document).toBeUndefined();
    expect(opened?.notice).toMatchObject({ tone: 'bad', text: 'file.invalid file.untouched' });
  });
});
