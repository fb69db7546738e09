import { useTranslation } from 'react-i18next';
import type { LayerKind } from '../../layers/define-layer.ts';
import { useStores } from '../../state/stores.ts';
import { fitsOnWire } from '../edit/plan-add.ts';
import { useEdit } from '../edit/use-edit.ts';
import { FamilyIcon } from './family-icon.tsx';
import { useCarry } from './use-carry.ts';

/** One kind: drag it to the canvas, or press it. */
export function PaletteItem({ kind, title }: { kind: LayerKind; title: string }) {
  const { t } = useTranslation();
  const { documents, catalogue } = useStores();
  const { addAfter, drop, spotFor } = useEdit();
  const carry = useCarry({
    what: { kind: kind.kind },
    fits: (wire) => fitsOnWire(kind, wire, documents.getState().document.graph, catalogue),
    press: () => addAfter(kind),
    spot: (client, near) => spotFor(kind, client, near),
    drop: (client, wire, spot) => drop(kind, client, wire, spot),
  });
  return (
    <button
      type="button"
      aria-label={t('palette.add', { name: title })}
      data-kind={kind.kind}
      {...carry}
      className="flex h-9 w-full pointer-coarse:h-11 cursor-grab touch-pan-y items-center gap-2.5 rounded-lg px-2 text-left select-none hover:bg-surface-2"
    >
      <FamilyIcon family={kind.family} />
      {title}
    </button>
  );
}
