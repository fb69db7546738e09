/** How far something is that takes a while. share: from 0 to 1. */
export function Progress({ label, share }: { label: string; share: number }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * share)}
      className="h-1.5 w-20 overflow-hidden rounded-full bg-line"
    >
      <div className="h-full bg-accent" style={{ width: `${100 * share}%` }} />
    </div>
  );
}
