import { readFileSync, statSync } from 'node:fs';
import { compile } from '../../compiler/compile.ts';
import type { Ir } from '../../compiler/ir.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { fullDatasets } from '../../datasets/all.ts';
import { MAX_FILE_BYTES, parseDocumentText } from '../../document/parse.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { createTranslator } from '../../i18n/index.ts';
import { fullCatalogue } from '../../layers/tensors/index.ts';
import { explainProblem, speller } from '../../ui/problems/problem-text.ts';

const catalogue = { layers: fullCatalogue, datasets: fullDatasets };

/** A document that can be trained, or in one line why there is none. */
export async function loadDocument(
  file: string,
): Promise<Result<{ document: GraphDocument; ir: Ir }, string>> {
  const { t } = await createTranslator('en');
  let text: string;
  try {
    const found = statSync(file);
    if (found.isDirectory()) return err(`${file} is a folder; name a file in it.`);
    // Pipes and devices may never end.
    if (!found.isFile()) return err(`${file} is no ordinary file.`);
    if (found.size > MAX_FILE_BYTES) return err(`${file} is too large for a Netwright network.`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return err(
      code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`,
    );
  }
  const parsed = parseDocumentText(text);
  if (!parsed.ok) return err(`${file}: ${t(`file.${parsed.error.code}`, { ...parsed.error })}`);
  const { graph, training } = parsed.value;
  const { ir, problems } = compile(graph, catalogue, training.batchSize, training.balance);
  if (ir) return ok({ document: parsed.value, ir });
  const spell = speller(t, (words) => (typeof words === 'string' ? words : words.en));
  const [first, ...others] = problems
    .filter(({ blocking }) => blocking)
    .map((problem) => explainProblem(t, spell, problem));
  const more = others.length > 0 ? ` And ${others.length} more.` : '';
  return err(`${file} cannot be trained: ${first ?? t('tensor.nothingToTrain')}${more}`);
}
