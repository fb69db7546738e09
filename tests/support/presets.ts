import { readFileSync } from 'node:fs';
import { parseDocumentText } from '../../src/document/parse.ts';
import type { GraphDocument } from '../../src/document/schema.ts';

/** A lesson's network as it ships. */
export function readPreset(name: string): GraphDocument {
  const parsed = parseDocumentText(readFileSync(`presets/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}
