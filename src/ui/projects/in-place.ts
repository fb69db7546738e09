/** Things in the places that they had; what is new comes first. */
export function inPlace<T extends { readonly id: string }>(
  things: readonly T[],
  before: readonly string[],
): readonly T[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const placeOf = ({ id }: T): number => places.get(id) ?? -1;
  return things.toSorted((a, b) => placeOf(a) - placeOf(b));
}
