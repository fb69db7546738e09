/** A choice out of a few named values: the platform's own control, at home on touch and keyboard. */
export function Select<T extends string>({
  id,
  label,
  value,
  options,
  wide = false,
  onChange,
}: {
  id?: string;
  label?: string;
  value: T;
  options: readonly { readonly value: T; readonly title: string }[];
  /** Its titles may be long: it takes all the room there is. */
  wide?: boolean;
  onChange: (value: T) => void;
}) {
  return (
    <select
      id={id}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
      className={`h-8 ${wide ? 'max-w-full' : 'max-w-52'} pointer-coarse:h-11 min-w-0 rounded-lg border border-line bg-surface px-2 text-ink`}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}
