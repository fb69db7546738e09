import { compile } from '../../compiler/compile.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import { applyCommands, type Command } from '../../document/commands.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { redrawing } from '../new-start.ts';
import { type Job, trainAll } from './pool.ts';
import type { SeedOrder } from './seed-order.ts';
import { settingsOf } from './settings.ts';
import type { Study, Variant } from './study.ts';

/** What takes longer than this is not begun, in hours. */
const LONGEST = 1;
const HOUR = 3_600_000;
/** News is told about this often, in ms. */
const WORD = 150;

/** The document as it is trained from many starts: exactly given weights are drawn, a setting has a value. */
function variantOf(
  base: GraphDocument,
  drawing: readonly Command[],
  change: readonly Command[],
  value: number | string | undefined,
  catalogue: Catalogue,
): Variant {
  const commands = [...drawing, ...change];
  const { graph, training } = applyCommands(base, commands);
  const { ir, problems } = compile(graph, catalogue, training.batchSize, training.balance);
  const problem = problems.find(({ blocking }) => blocking);
  const trouble = ir ? undefined : ({ code: 'problem', problem } as const);
  return { value, commands, ir, terms: undefined, results: [], trouble };
}

/** What an order means for a document. */
function planStudy(order: SeedOrder, base: GraphDocument, catalogue: Catalogue): Study {
  const { count, first, updates, sweep } = order;
  const drawing = redrawing(base.graph);
  const setting = settingsOf(base, catalogue).find(({ key }) => key === sweep?.setting);
  const values = sweep?.values ?? setting?.values.usual ?? [];
  const variants = setting
    ? values.map((value) => variantOf(base, drawing, setting.commands(value), value, catalogue))
    : [variantOf(base, drawing, [], undefined, catalogue)];
  return {
    base,
    setting: setting?.key,
    first,
    count,
    updates,
    redrawn: drawing.length > 0,
    variants,
  };
}

/** Trains all starts of an order; `tell` hears what is new. */
export function runStudy(
  order: SeedOrder,
  base: GraphDocument,
  catalogue: Catalogue,
  spawn: () => Worker,
  tell: (news: { readonly study?: Study; readonly share?: number }) => void,
): { readonly ended: Promise<void>; readonly stop: () => void } {
  let study = planStudy(order, base, catalogue);
  const { training } = base;
  const { count, first, updates } = study;
  const places = study.variants.flatMap(({ ir }, place) => (ir ? [place] : []));
  const jobs: readonly Job[] = places.flatMap((place) => {
    const variant = study.variants[place];
    const settings = variant && applyCommands(base, variant.commands).training;
    return variant?.ir
      ? [{ plan: { ir: variant.ir, training: settings ?? training, updates }, first, count }]
      : [];
  });
  const workers = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
  const all = jobs.length * count * updates;
  let share = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    tell({ study, share });
  };
  /** What comes in quick succession is told together. */
  const tellSoon = (): void => {
    timer ??= setTimeout(flush, WORD);
  };
  const change = (job: number, part: (before: Variant) => Partial<Variant>): void => {
    const place = places[job];
    study = {
      ...study,
      variants: study.variants.map((variant, i) =>
        i === place ? { ...variant, ...part(variant) } : variant,
      ),
    };
    tellSoon();
  };
  flush();
  const { ended, stop } = trainAll(jobs, spawn, workers, {
    onTerms: (job, terms) => {
      const hours = (terms.updateTime * updates * count) / workers / HOUR;
      if (hours > LONGEST) {
        change(job, () => ({ terms, trouble: { code: 'long', hours } }));
        return false;
      }
      change(job, () => ({ terms }));
      return true;
    },
    onResults: (job, results) =>
      change(job, (before) => ({ results: [...before.results, ...results] })),
    onFailure: (job, detail) =>
      change(job, () => ({
        trouble: detail === undefined ? { code: 'lost' } : { code: 'failed', detail },
      })),
    onUpdates: (done) => {
      share = all === 0 ? 0 : done / all;
      tellSoon();
    },
  });
  return {
    ended: ended.then(flush),
    stop: () => {
      flush();
      stop();
    },
  };
}
