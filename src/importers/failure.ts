/** Why nothing could be read. Words live in `i18n` under `importing.<code>`. */
export type ImportFailure =
  | { readonly code: 'graphModel' }
  | { readonly code: 'not-a-model' }
  | { readonly code: 'no-layers' }
  | { readonly code: 'too-many-layers'; readonly count: number; readonly limit: number }
  | { readonly code: 'too-many-wires'; readonly count: number; readonly limit: number }
  | { readonly code: 'circle'; readonly layers: string };
