import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { err, ok, type Result } from '../core/result.ts';
import { LINK_WORDS, packDocument, unpackDocument } from './link-form.ts';
import { type ParseFailure, parseDocument, readJson } from './parse.ts';
import type { GraphDocument } from './schema.ts';

/** Longest link that is offered: chat programs cut off longer ones, or refuse them. */
export const MAX_LINK = 8000;

/** Longest text that is read. */
const MAX_TEXT = 400_000;
/** Most bytes that a text may unpack to. */
const MAX_UNPACKED = 4_000_000;
/** Bytes that are unpacked at a time; deflate makes at most 1,032 of one. */
const PORTION = 512;
/** First character of every link of this form. A new form takes the next. */
const FORM = '1';
const CHECK_LENGTH = 4;

/** How far training had come: all weights in a row, in the order of the compiled network. */
export interface LinkRun {
  readonly step: number;
  readonly epoch: number;
  readonly weights: Float32Array;
}

/** What a link holds. */
export interface LinkContent {
  readonly document: GraphDocument;
  readonly run?: LinkRun;
}

/** Why a link could not be read. Its words live in `i18n` under `share.<code>`. */
export type LinkFailure =
  | { readonly code: 'link-damaged' }
  | { readonly code: 'link-newer' }
  | { readonly code: 'link-too-large' }
  | Extract<ParseFailure, { readonly code: 'invalid' | 'newer-version' }>;

/**
 * A network as letters, digits, `-`, `_` and `.`: a form's number, four characters to check the rest by,
 * the document deflated, and its weights behind a dot. Nothing of the document is left out.
 */
export function printLink({ document, run }: LinkContent): string {
  const content = packDocument(document);
  const text = JSON.stringify(run ? { ...content, r: [run.step, run.epoch] } : content);
  const packed = deflateSync(strToU8(text), { level: 9, dictionary: LINK_WORDS });
  const body = toText(packed) + (run ? `.${toText(bytesOf(run.weights))}` : '');
  return `${FORM}${checkOf(body)}${body}`;
}

/** Reads what `printLink` wrote. Never throws, never unpacks more than a limit, trusts nothing. */
export function parseLink(text: string): Result<LinkContent, LinkFailure> {
  if (text.length > MAX_TEXT) return err({ code: 'link-too-large' });
  // A letter that this page does not know may be a form of tomorrow.
  if (text[0] !== FORM) return err({ code: /^[2-9]/.test(text) ? 'link-newer' : 'link-damaged' });
  const body = text.slice(1 + CHECK_LENGTH);
  if (checkOf(body) !== text.slice(1, 1 + CHECK_LENGTH)) return err({ code: 'link-damaged' });
  const [packed = '', weights] = body.split('.');
  const bytes = fromText(packed);
  const unpacked = bytes && unpack(bytes);
  if (!unpacked?.ok) return unpacked ?? err({ code: 'link-damaged' });
  const json = readJson(unpacked.value);
  if (!json.ok) {
    const { error } = json;
    return err(error.code === 'invalid' ? error : { code: 'link-damaged' });
  }
  const value = unpackDocument(json.value);
  if (!value) return err({ code: 'link-damaged' });
  const parsed = parseDocument(value.document);
  if (!parsed.ok) {
    const { error } = parsed;
    const told = error.code === 'invalid' || error.code === 'newer-version';
    return err(told ? error : { code: 'link-damaged' });
  }
  if (weights === undefined || !value.run) return ok({ document: parsed.value });
  const numbers = floatsOf(fromText(weights));
  if (!numbers) return err({ code: 'link-damaged' });
  const [step, epoch] = value.run;
  return ok({ document: parsed.value, run: { step, epoch, weights: numbers } });
}

/** Inflates portion by portion, and stops at the limit: a few bytes can be made to unpack to gigabytes. */
function unpack(bytes: Uint8Array): Result<string, LinkFailure> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate({ dictionary: LINK_WORDS }, (part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < bytes.length; at += PORTION) {
      inflate.push(bytes.subarray(at, at + PORTION), at + PORTION >= bytes.length);
      if (size > MAX_UNPACKED) return err({ code: 'link-too-large' });
    }
  } catch {
    return err({ code: 'link-damaged' });
  }
  const all = new Uint8Array(size);
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return ok(strFromU8(all));
}

/** Bytes in the 64 characters that an address may hold as they are. RFC 4648, section 5. */
function toText(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (const byte of bytes) letters.push(String.fromCharCode(byte));
  return btoa(letters.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromText(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** Four characters that change with any other: FNV-1a, 24 bits of it. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return toText(Uint8Array.of(hash >>> 24, hash >>> 16, hash >>> 8));
}

/** Single precision, low byte first. */
function bytesOf(numbers: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, i) => {
    view.setFloat32(4 * i, number, true);
  });
  return new Uint8Array(view.buffer);
}

/** Nothing where it is no row of finite numbers. */
function floatsOf(bytes: Uint8Array | undefined): Float32Array | undefined {
  if (!bytes || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = Float32Array.from({ length: bytes.length / 4 }, (_, i) =>
    view.getFloat32(4 * i, true),
  );
  return numbers.every(Number.isFinite) ? numbers : undefined;
}
