/** A value that is taken when it is first asked for: when what was asked before has been done. */
export function atStart<T>(take: () => T): () => T {
  let taken: { readonly value: T } | undefined;
  return () => {
    taken ??= { value: take() };
    return taken.value;
  };
}
