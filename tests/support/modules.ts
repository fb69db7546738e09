import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from '@swc/core';

/** An import, export-from or dynamic import of a module. */
export interface ImportEdge {
  /** Path from the project's root, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly typeOnly: boolean;
}

/** A source file with what it imports. */
export interface SourceModule {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ImportEdge[];
}

/** Every TypeScript file under `src`, parsed: imports of types, workers and lazy parts included. */
export function readModules(): SourceModule[] {
  return findFiles('src', /\.tsx?$/).map((path) => {
    const text = readFileSync(path, 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });
}

/** Files below a folder whose names match. */
export const findFiles = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => name.test(path))
    .sort();

function importsOf(path: string, text: string): ImportEdge[] {
  const program = parseSync(text, {
    syntax: 'typescript',
    tsx: path.endsWith('x'),
    target: 'es2022',
  });
  const edges: ImportEdge[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    edges.push(edge(path, specifier, typeOnly));
  };
  walk(program, (node) => {
    if (node.type === 'ImportDeclaration') {
      const named = node.specifiers ?? [];
      const allTypes =
        named.length > 0 && named.every((each: SyntaxNode) => each.isTypeOnly === true);
      add(node.source.value, node.typeOnly === true || allTypes);
    }
    if (/^Export(All|Named)Declaration$/.test(node.type) && node.source) {
      add(node.source.value, node.typeOnly === true);
    }
    if (node.type === 'CallExpression' && node.callee?.type === 'Import') {
      const value = node.arguments?.[0]?.expression?.value;
      if (typeof value === 'string') add(value, false);
    }
    if (node.type === 'NewExpression' && node.callee?.value === 'URL') {
      const value = node.arguments?.[0]?.expression?.value;
      if (typeof value === 'string' && value.startsWith('.')) add(value, false);
    }
    if (node.type === 'TsImportType') add(node.argument.value, true);
  });
  return edges;
}

// biome-ignore lint/suspicious/noExplicitAny: a parsed tree of any node types
type SyntaxNode = any;

function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit);
  } else if (typeof node === 'object' && node !== null) {
    if (typeof node.type === 'string') visit(node);
    for (const value of Object.values(node)) walk(value, visit);
  }
}

function edge(from: string, specifier: string, typeOnly: boolean): ImportEdge {
  if (!specifier.startsWith('.')) return { to: specifier, isPackage: true, typeOnly };
  const to = join(dirname(from), specifier.replace(/\?.*$/, '')).replaceAll('\\', '/');
  if (!existsSync(to)) throw new Error(`${from} imports ${specifier}, which is not there`);
  return { to, isPackage: false, typeOnly };
}
