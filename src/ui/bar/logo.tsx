/** The mark: an N of two nodes and three wires. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="M4 5v10M4 5l12 10M16 5v10"
        stroke="currentColor"
        strokeWidth="1.8"
        fill="none"
        strokeLinecap="round"
      />
      <circle cx="4" cy="5" r="2.6" fill="var(--neg)" />
      <circle cx="16" cy="15" r="2.6" fill="var(--pos)" />
    </svg>
  );
}
