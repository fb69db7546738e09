import * as z from 'zod';
import { blocksSchema, faultOfBlocks } from './block-schema.ts';
import { coordinate } from './coordinate.ts';
import { idSchema } from './id-schema.ts';
import { notesSchema } from './note-schema.ts';
import { optimizerTypes, trainingSchema } from './training-schema.ts';

/** Number of the file format that this code writes. Raise it with a migration. */
export const FORMAT_VERSION = 2;

/** Most nodes a document may hold; a larger file is refused before anything is built from it. */
export const MAX_NODES = 2000;
/** Most wires a document may hold. */
export const MAX_WIRES = 8000;
/** Longest name of a node. */
export const MAX_NAME = 80;
/** Longest title of a network. */
export const MAX_TITLE = 200;

/** Longest name of something that was read from another program's file. */
export const MAX_FOREIGN = 60;
const foreignName = z.string().max(MAX_FOREIGN);

/** What a node was in another program's file, and why this page does not have it. */
const foreignSchema = z.object({
  layer: foreignName,
  reason: z.enum(['kind', 'option', 'shared']),
  option: foreignName.optional(),
  value: foreignName.optional(),
});

const nodeSchema = z.looseObject({
  kind: z.string().min(1).max(64),
  name: z.string().max(MAX_NAME).optional(),
  params: z.record(z.string(), z.unknown()),
  foreign: foreignSchema.optional(),
});

const wireSchema = z.object({ id: idSchema, from: idSchema, to: idSchema });

/** What is computed, as saved. */
export const graphSchema = z
  .object({
    nodes: z.record(idSchema, nodeSchema),
    wires: z.array(wireSchema).max(MAX_WIRES),
  })
  .superRefine((graph, context) => {
    const ids = new Set(Object.keys(graph.nodes));
    if (ids.size > MAX_NODES) {
      context.addIssue({ code: 'custom', path: ['nodes'], message: `more than ${MAX_NODES}` });
    }
    const seen = new Set<string>();
    graph.wires.forEach((wire, i) => {
      const missing = [wire.from, wire.to].find((id) => !ids.has(id));
      if (missing !== undefined) {
        context.addIssue({ code: 'custom', path: ['wires', i], message: `no node "${missing}"` });
      }
      if (seen.has(wire.id)) {
        context.addIssue({ code: 'custom', path: ['wires', i], message: `"${wire.id}" twice` });
      }
      seen.add(wire.id);
    });
  });

/** Where the nodes stand, as saved. */
export const layoutSchema = z.record(idSchema, z.object({ x: coordinate, y: coordinate }));

/** The direction in which a drawing is read. */
export const flowSchema = z.enum(['right', 'down']);

/** A text in both languages, as saved. */
export const wordsSchema = z.object({ en: z.string().max(2000), ko: z.string().max(2000) });

/** What a lesson's network must reach, checked by the tests that train it. */
const expectSchema = z.object({
  /** Parameters of nodes that are other than the document's in this run. */
  changes: z.record(idSchema, z.record(z.string(), z.unknown())).optional(),
  /** Kinds that take the place of nodes' own in this run, with their own defaults. */
  kinds: z.record(idSchema, z.string().max(60)).optional(),
  /** Whether all classes count alike in this run. */
  balance: z.boolean().optional(),
  /** Trains by another rule or at another rate than the document's. */
  optimizer: z.enum(optimizerTypes).optional(),
  learningRate: z.number().positive().optional(),
  /** Updates after which the figures hold; none for a network that is only looked at. */
  updates: z.int().min(0),
  /** The network's outputs for the training rows in order, flattened. */
  outputs: z.array(z.number()).optional(),
  loss: z.number().optional(),
  /** Losses after so many updates. */
  losses: z.record(z.string().regex(/^\d{1,9}$/), z.number()).optional(),
  /** Losses on the test rows after so many updates. */
  testLosses: z.record(z.string().regex(/^\d{1,9}$/), z.number()).optional(),
  /** How far losses may be off, as a share of them. */
  lossTolerance: z.number().positive().default(1e-4),
  /** Weight tensors of layers, each flattened. */
  weights: z.record(idSchema, z.array(z.array(z.number()))).optional(),
  /** Answers to inputs that are asked for. */
  asks: z.array(z.object({ inputs: z.array(z.number()), answer: z.array(z.number()) })).optional(),
  /** Updates at which the loss becomes infinite and not a number: there training stops. */
  breaks: z.object({ infinite: z.int().optional(), nan: z.int() }).optional(),
  accuracy: z.number().min(0).max(1).optional(),
  /** Accuracy on the test rows, which a run reaches or passes within the tolerance. */
  testAccuracy: z.number().min(0).max(1).optional(),
  /** What layers give for the first training sample, flattened. */
  values: z.record(idSchema, z.array(z.number())).optional(),
  /** Shapes that layers give. */
  shapes: z.record(idSchema, z.array(z.int())).optional(),
  /** Takes minutes: trained when all lessons are asked for. */
  long: z.boolean().optional(),
  /** A table that the person brings along; without it, it cannot be checked. */
  file: z.string().max(120).optional(),
  tolerance: z.number().positive(),
  source: z.string().max(400),
});

/** One result that a lesson must reach, and how it is reached. */
export type Expectation = z.infer<typeof expectSchema>;

const lessonSchema = z.object({
  id: z.string().max(40),
  lecture: z.string().max(40),
  summary: wordsSchema,
  /** One run, or several at different rates. */
  expect: z.union([expectSchema, z.array(expectSchema).min(1)]).optional(),
});

const metaSchema = z.looseObject({
  title: z.union([z.string().max(MAX_TITLE), wordsSchema]),
  lesson: lessonSchema.optional(),
});

/** The saved truth: everything a person made, and nothing that can be derived from it. */
export const documentSchema = z
  .looseObject({
    format: z.literal('netwright'),
    version: z.literal(FORMAT_VERSION),
    graph: graphSchema,
    layout: layoutSchema,
    blocks: blocksSchema.optional(),
    /** The direction in which the drawing is read; to the right where the file does not say. */
    flow: flowSchema.optional(),
    /** Comments on the canvas. */
    notes: notesSchema.optional(),
    training: trainingSchema,
    meta: metaSchema,
  })
  .superRefine(({ blocks = {}, graph }, context) => {
    const fault = faultOfBlocks(blocks, graph.nodes);
    if (!fault) return;
    context.addIssue({ code: 'custom', path: ['blocks', fault.path], message: fault.detail });
  });

/** One layer, source or loss as saved. `params` are checked by its kind, not here. */
export type GraphNode = z.infer<typeof nodeSchema>;
/** A connection from a node's output to another's input. Order in the list is the order of a join. */
export type Wire = z.infer<typeof wireSchema>;
/** What is computed. Its identity changes only when the network changes. */
export type Graph = z.infer<typeof graphSchema>;
/** Where the nodes stand on the canvas, in pixels. */
export type Layout = z.infer<typeof documentSchema>['layout'];
/** The direction in which the drawing is read. */
export type Flow = z.infer<typeof flowSchema>;
/** A point on the canvas, in pixels. */
export type Position = Layout[string];
/** Everything a `.json` file holds. */
export type GraphDocument = z.infer<typeof documentSchema>;
