/** Why the browser kept nothing: `full`, `denied`, or what it said itself. */
export function storageFailure(error: unknown): string {
  if (!(error instanceof Error || error instanceof DOMException)) return String(error);
  if (error.name === 'QuotaExceededError') return 'full';
  if (error.name === 'SecurityError') return 'denied';
  return error.message || error.name;
}
