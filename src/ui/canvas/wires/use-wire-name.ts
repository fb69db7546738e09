import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDisplayName } from '../nodes/use-display-name.ts';

/** Says aloud which nodes a wire joins. What was put into words once is remembered: a network has many wires. */
export function useWireName(): (from: string, to: string) => string {
  const { t } = useTranslation();
  const name = useDisplayName();
  const join = useMemo(() => {
    const said = new Map<string, string>();
    return (from: string, to: string): string => {
      const key = JSON.stringify([from, to]);
      const known = said.get(key) ?? t('canvas.wire', { from, to });
      said.set(key, known);
      return known;
    };
  }, [t]);
  return useCallback((from, to) => join(name(from), name(to)), [join, name]);
}
