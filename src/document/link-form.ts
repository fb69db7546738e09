import { strToU8 } from 'fflate';
import * as z from 'zod';
import { FORMAT_VERSION, type GraphDocument, type Wire } from './schema.ts';
import { defaultTraining } from './training-schema.ts';

const record = z.record(z.string(), z.unknown());
const index = z.int().min(0);

/**
 * A document for a link: nodes as rows, wires by the places of their nodes, positions as a row of numbers,
 * and of the training only what is other than in a new document.
 */
const formSchema = z.object({
  v: z.int(),
  t: z.unknown(),
  n: z.array(z.tuple([z.string(), z.string(), record, record.optional()])),
  /** What ids of wires begin with; one that does not follow from its place is in its row. */
  s: z.string().max(64),
  w: z.array(z.tuple([index, index, z.string().optional()])),
  p: z.array(z.number().nullable()),
  o: record.optional(),
  /** Parts of the document, the graph, the layout and the description that are not named above. */
  d: record.optional(),
  g: record.optional(),
  l: record.optional(),
  m: record.optional(),
  /** Updates and epochs that the weights have seen. */
  r: z.tuple([index, index]).optional(),
});

type Form = z.infer<typeof formSchema>;

/** The document in the form of a link; `unpackDocument` gives it back whole. */
export function packDocument(document: GraphDocument): Form {
  const { format: _format, version, graph, layout, training, meta, ...rest } = document;
  const { nodes, wires, ...graphRest } = graph;
  const { title, ...metaRest } = meta;
  const ids = Object.keys(nodes);
  const places = new Map(ids.map((id, i) => [id, i]));
  const stem = /^(.*?)\d*$/.exec(wires[0]?.id ?? '')?.[1] ?? '';
  const stray = Object.entries(layout).filter(([id]) => !places.has(id));
  return {
    v: version,
    t: title,
    n: Object.entries(nodes).map(([id, { kind, params, ...more }]) =>
      isEmpty(more) ? [id, kind, params] : [id, kind, params, more],
    ),
    s: stem,
    w: wires.map(({ id, from, to }, i) => {
      const ends = [places.get(from) ?? 0, places.get(to) ?? 0] as const;
      return id === `${stem}${i + 1}` ? [...ends] : [...ends, id];
    }),
    p: ids.flatMap((id) => {
      const at = Object.hasOwn(layout, id) ? layout[id] : undefined;
      return at ? [at.x, at.y] : [null, null];
    }),
    ...named('o', changesOf(training)),
    ...named('d', rest),
    ...named('g', graphRest),
    ...named('l', Object.fromEntries(stray)),
    ...named('m', metaRest),
  };
}

/** A document, still to be checked, and how far training had come; nothing where the form is not kept. */
export function unpackDocument(
  value: unknown,
): { readonly document: unknown; readonly run: Form['r'] } | undefined {
  const parsed = formSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { v, t, n, s, w, p, o, d, g, l, m, r } = parsed.data;
  const nodes = new Map(n.map(([id, kind, params, more]) => [id, { ...more, kind, params }]));
  if (nodes.size !== n.length || nodes.has('__proto__')) return undefined;
  const layout = n.flatMap(([id], i) => {
    const [x, y] = p.slice(2 * i, 2 * i + 2);
    return typeof x === 'number' && typeof y === 'number' ? [[id, { x, y }] as const] : [];
  });
  const wires = w.map(
    ([from, to, id], i): Wire => ({
      id: id ?? `${s}${i + 1}`,
      from: n[from]?.[0] ?? '',
      to: n[to]?.[0] ?? '',
    }),
  );
  const document = {
    ...d,
    format: 'netwright',
    version: v,
    graph: { ...g, nodes: Object.fromEntries(nodes), wires },
    layout: { ...l, ...Object.fromEntries(layout) },
    training: { ...defaultTraining, ...o },
    meta: { ...m, title: t },
  };
  return { document, run: r };
}

const changesOf = (training: GraphDocument['training']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(training).filter(
      ([name, value]) =>
        JSON.stringify(value) !==
        JSON.stringify(defaultTraining[name as keyof typeof defaultTraining]),
    ),
  );

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

const named = <Name extends string>(
  name: Name,
  value: Record<string, unknown>,
): { [key in Name]?: Record<string, unknown> } =>
  isEmpty(value) ? {} : ({ [name]: value } as { [key in Name]?: Record<string, unknown> });

/** What networks mostly hold, so that a link need not say it. Part of the form: never changed. */
export const LINK_WORDS = strToU8(
  [
    '","source":"Trained here on "tolerance":"testAccuracy":"accuracy":"losses":"loss":"outputs":"asks":[{"inputs":[',
    '"expect":{"updates":,"summary":{"en":"","ko":""}"lecture":"Lab "m":{"lesson":{"id":"lab-',
    '"o":{"optimizer":{"type":"nesterov","rmsprop","adagrad","momentum","type":"sgd","learningRate":0.01,"momentum":0.9},"batchSize":100,"shuffle":false,"testShare":0.2,"seed":777,"stopAt":10000',
    '["batchNormalisation","layerNormalisation","depthwiseConv2d","separableConv2d","conv2dTranspose","globalAveragePool","averagePool","concatenate","upSampling","zeroPadding","leakyRelu","softmax","tanh",{}],',
    '"dataset":"mnist","shift":0,"rotate":0,"zoom":0,"normalise":"standard","scaling":"minMax","labels":[],"inputs":[],"size":200,"noise":0.1,"seed":1,"task":"classes","points":[[',
    '"rate":0.3,"strides":[2,2],"pool":[2,2],"kernel":[3,3],"padding":"valid","padding":"same","useBias":false,"filters":32,',
    '"kernelInitialiser":{"type":"glorotNormal"},"biasInitialiser":{"type":"zeros"},{"type":"heNormal"},{"type":"values","values":[0.,-0.{"type":"normal","mean":0,"deviation":1}',
    '["cost","loss",{"type":"meanSquaredError","type":"binaryCrossentropy","type":"categoricalCrossentropy","on":"logits"}]],"s":"w","w":[[0,1],[1,2],[2,3],[3,4],[4,5],[5,6],[6,7],[7,8],[8,9],[9,10]',
    '],"p":[0,0,264,0,528,0,792,0,0,158,264,158,',
    `{"v":${FORMAT_VERSION},"t":{"en":"","ko":""},"n":[["x","table",{"dataset":"["digits","images",{"dataset":"["source1","points",{"dataset":"xor"}],["dense1","dense",{"units":1,["flatten","flatten",{}],["sigmoid1","sigmoid",{}],["relu1","relu",{}],["pool1","maxPool",{}],["dropout1","dropout",{["conv1","conv2d",{`,
  ].join(''),
);
