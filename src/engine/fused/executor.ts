import type { Ir } from '../../compiler/ir.ts';
import type { Random } from '../../core/random.ts';
import { type OptimizerSettings, sameRule } from '../../document/training-schema.ts';
import { drawsFrom, memoryOf } from '../carried.ts';
import type { Batch, Capture, Carried, Executor, NonFinite, Sheets } from '../executor.ts';
import { createArena, MOST_NUMBERS } from './arena.ts';
import { createDissector } from './dissector.ts';
import { createPass, numbersNeeded } from './pass.ts';
import { createRule } from './rules/index.ts';
import type { Parameters } from './rules/rule.ts';
import { createWeights } from './weights.ts';

/** Rows that a look at the network runs at once: few enough for the processor's nearest memory. */
const LOOK_ROWS = 64;

/** A copy to take updates apart on is kept for the next one up to this size, in bytes: large batches are rare. */
const KEPT_COPY = 32 * 1024 * 1024;

/** Whether every layer of a network has an operation here. */
export const canFuse = (ir: Ir): boolean => ir.nodes.every(({ operation }) => operation);

/** Whether a network's memory for batches of so many rows is within an arena's reach. */
export const fitsArena = (ir: Ir, batchRows: number): boolean =>
  numbersNeeded(ir, Math.max(batchRows, LOOK_ROWS)) <= MOST_NUMBERS;

/**
 * Runs a network of plain layers over typed arrays laid out once: no tensors, and no allocation in a
 * step. Computes in double precision; weights are rounded to single after every update, so that they
 * move to another executor and back without loss.
 */
export function createFusedExecutor(ir: Ir, batchRows: number): Executor {
  let draws = drawsFrom();
  let hasDrawn = false;
  let { arena, weights, kept, keptBefore, pass, parameters } = layOut(
    Math.max(batchRows, LOOK_ROWS),
  );
  let settings: OptimizerSettings = { type: 'sgd', learningRate: 0.1, momentum: 0 };
  let rule = createRule(settings, parameters);
  /** Places among the trained weights that no update changes. */
  let frozen: readonly number[] = [];
  let held: Batch | undefined;
  /** Whether `before` holds weights that gave a finite loss. */
  let canGoBack = false;
  let brokenBy: string | undefined;
  /** What trains, while other weights are looked at. */
  let away: { readonly trained: Float64Array; readonly kept: Float64Array } | undefined;
  /** What layers kept before the last update that went well, as `before` has its weights. */
  const keptLastGood = new Float64Array(kept.length);

  function layOut(rows: number) {
    const arena = createArena(numbersNeeded(ir, rows));
    const weights = createWeights(ir, arena);
    const { trained, gradients, kept } = weights;
    const parameters: Parameters = {
      weights: trained,
      gradients,
      before: arena.room(trained.length),
      cell: arena.room(2),
      vectors: arena.vectors,
    };
    const pass = createPass(ir, weights, rows, { arena, random: nextDraws });
    return { arena, weights, kept, keptBefore: new Float64Array(kept.length), pass, parameters };
  }

  /** Moves to larger rooms; what the rule remembers stays. */
  function makeRoom(rows: number): void {
    const next = layOut(rows);
    next.weights.trained.set(weights.trained);
    next.parameters.before.set(parameters.before);
    next.kept.set(kept);
    next.keptBefore.set(keptBefore);
    ({ arena, weights, kept, keptBefore, pass } = next);
    Object.assign(parameters, next.parameters);
  }

  const renewedRule = () => createRule(settings, parameters);

  function nextDraws(): Random {
    hasDrawn = true;
    return draws;
  }

  /** The rule as it was when it remembered this; without a past where it remembers something else. */
  function ruleFrom(carried: Carried | undefined) {
    const next = renewedRule();
    const memory = memoryOf(carried, 'fused', settings);
    if (memory?.length === next.memory.length) next.memory.set(memory);
    return next;
  }

  function capture({ floats, doubles }: Sheets, mostMemory: number): Capture {
    const { trained } = weights;
    const vector = floats(trained.length + kept.length);
    copyInto(vector.sheet, trained, vector.at);
    copyInto(vector.sheet, kept, vector.at + trained.length);
    const { length, byteLength } = rule.memory;
    if (length === 0 && !hasDrawn) return { vector, memory: undefined, carried: undefined };
    const isCut = byteLength > mostMemory;
    const memory = length > 0 && !isCut ? doubles(length) : undefined;
    memory?.sheet.set(rule.memory, memory.at);
    const state = hasDrawn ? draws.state() : undefined;
    return { vector, memory, carried: { make: 'fused', optimizer: settings, isCut, draws: state } };
  }

  /** A batch that stays as it is comes again and again, and is copied once. */
  function load(batch: Batch): void {
    if (held === batch && !batch.refilled) return;
    if (batch.rows > pass.capacity) makeRoom(batch.rows);
    pass.load(batch);
    held = batch;
  }

  function goBack(keptThen: Float64Array): void {
    parameters.weights.set(parameters.before);
    kept.set(keptThen);
    canGoBack = false;
    rule = renewedRule();
  }

  /** The rule's update. What it remembers from before may move a frozen number too: that is put back. */
  function follow(): number {
    const { weights: trained, gradients, before } = parameters;
    for (const i of frozen) gradients[i] = 0;
    const sum = rule.update(settings.learningRate);
    for (const i of frozen) trained[i] = before[i] as number;
    return sum;
  }

  function step(batch: Batch): number {
    load(batch);
    const { rows } = batch;
    // Moving means are changed on the way forward; the weights are kept by the rule.
    for (let i = 0; i < kept.length; i++) keptBefore[i] = kept[i] as number;
    pass.forward(rows, true);
    const loss = pass.loss(rows);
    // What single precision cannot hold is none, here as elsewhere.
    if (!Number.isFinite(Math.fround(loss))) {
      kept.set(keptBefore);
      return Number.NaN;
    }
    pass.backward(rows);
    if (Number.isFinite(follow())) {
      canGoBack = true;
      for (let i = 0; i < kept.length; i++) keptLastGood[i] = keptBefore[i] as number;
      return loss;
    }
    brokenBy = weights.ownerOf(parameters.weights.findIndex((value) => !Number.isFinite(value)));
    // The rule has just kept these very weights; those of the update before are gone.
    goBack(keptBefore);
    return Number.NaN;
  }

  function outputs(
    x: Float32Array,
    rows: number,
    nodes: readonly string[],
  ): Record<string, Float32Array> {
    const inputs = x.length / rows;
    const all = nodes.map((node) => {
      const { width } = pass.valuesOf(node);
      return { node, width, values: new Float32Array(rows * width) };
    });
    held = undefined;
    for (let at = 0; at < rows; at += LOOK_ROWS) {
      const count = Math.min(LOOK_ROWS, rows - at);
      pass.load({ rows: count, x: x.subarray(at * inputs, (at + count) * inputs) });
      pass.forward(count, false);
      for (const { node, width, values } of all) {
        values.set(pass.valuesOf(node).values.subarray(0, count * width), at * width);
      }
    }
    return Object.fromEntries(all.map(({ node, values }) => [node, values]));
  }

  const forward = (x: Float32Array, rows: number, node = ir.output): Float32Array =>
    outputs(x, rows, [node])[node] as Float32Array;

  function findNonFinite(batch: Batch): Omit<NonFinite, 'stepsBack'> {
    load(batch);
    pass.forward(batch.rows, true);
    kept.set(keptBefore);
    const broken = ir.nodes.find(({ id }) => {
      const { values, width } = pass.valuesOf(id);
      return values.subarray(0, batch.rows * width).some((value) => !Number.isFinite(value));
    });
    return broken ? { node: broken.id, where: 'output' } : { node: ir.loss.id, where: 'loss' };
  }

  /** Rounds to single precision on the way, as TensorFlow does: there it is where numbers overflow. */
  function lossesBeyond(batch: Batch, most: number): number[] {
    const { weights: trained, before, gradients } = parameters;
    const [trainedThen, beforeThen, keptThen] = [trained.slice(), before.slice(), kept.slice()];
    const losses: number[] = [];
    load(batch);
    while (losses.length < most && !Number.isNaN(losses.at(-1))) {
      pass.forward(batch.rows, true);
      losses.push(Math.fround(pass.loss(batch.rows)));
      pass.backward(batch.rows);
      for (let i = 0; i < gradients.length; i++) gradients[i] = Math.fround(gradients[i] as number);
      follow();
    }
    trained.set(trainedThen);
    before.set(beforeThen);
    kept.set(keptThen);
    rule = renewedRule();
    return losses;
  }

  function comeBack(): void {
    if (!away) return;
    weights.trained.set(away.trained);
    kept.set(away.kept);
    away = undefined;
  }

  let dissector: ReturnType<typeof createDissector> | undefined;

  function dissectorFor({ rows }: Batch) {
    if (dissector && dissector.capacity >= rows) return dissector;
    const made = createDissector(ir, rows);
    if (made.bytes <= KEPT_COPY) dissector = made;
    return made;
  }

  return {
    name: 'fused',
    step,
    forward,
    outputs,
    dissect: (batch) => dissectorFor(batch).dissect(batch, weights),
    nudge: (batch, place) => dissectorFor(batch).nudge(batch, weights, place),
    readWeights: () => weights.read(),
    capture,
    writeWeights: (next, carried) => {
      comeBack();
      weights.write(next);
      canGoBack = false;
      draws = drawsFrom(carried, 'fused');
      hasDrawn = carried?.draws !== undefined;
      rule = ruleFrom(carried);
    },
    visit: (next) => {
      if (!next) return comeBack();
      away ??= { trained: weights.trained.slice(), kept: kept.slice() };
      weights.write(next);
    },
    configure: (next) => {
      const goesOn = sameRule(settings, next);
      settings = next;
      if (!goesOn) rule = renewedRule();
    },
    freeze: (places) => {
      frozen = places.flatMap(({ node, tensor, index }) => {
        const { values, gradient } = weights.of(node)[tensor] ?? {};
        if (!values || !gradient) return [];
        const first =
          (values.byteOffset - parameters.weights.byteOffset) / values.BYTES_PER_ELEMENT;
        return [first + index];
      });
    },
    lossesBeyond,
    recover: (batch) => {
      const node = brokenBy;
      brokenBy = undefined;
      if (node !== undefined) return { node, where: 'weights', stepsBack: 0 };
      const found = findNonFinite(batch);
      if (!canGoBack) return { ...found, stepsBack: 0 };
      goBack(keptLastGood);
      return { ...found, stepsBack: 1 };
    },
    memory: () => ({ tensors: 0, bytes: arena.bytes + (dissector?.bytes ?? 0) }),
    dispose: () => {},
  };
}

/** Number by number: `set` takes longer for a few. */
function copyInto(to: Float32Array, from: Float64Array, at: number): void {
  for (let i = 0; i < from.length; i++) to[at + i] = from[i] as number;
}
