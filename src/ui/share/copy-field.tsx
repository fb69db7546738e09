import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button.tsx';

/** How long it says that it was copied, in ms. */
const STAY = 2500;

/** A text to take along, with a button that copies it; where the browser forbids that, it is selected. */
export function CopyField({
  label,
  text,
  rows,
  remark,
}: {
  label: string;
  text: string;
  rows: number;
  remark?: string;
}) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [done, setDone] = useState<'copied' | 'notCopied'>();
  useEffect(() => {
    if (done !== 'copied') return;
    const timer = setTimeout(() => setDone(undefined), STAY);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setDone('copied');
    } catch {
      box.current?.select();
      setDone('notCopied');
    }
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <div className="flex items-start gap-2">
        <textarea
          id={id}
          ref={box}
          readOnly
          rows={rows}
          value={text}
          onFocus={(event) => event.target.select()}
          className="num min-w-0 flex-1 resize-none rounded-lg border border-line bg-surface-2 px-2.5 py-1.5 text-[13px] break-all select-text"
        />
        <Button look="solid" onClick={() => void copy()}>
          {done === 'copied' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          <span aria-live="polite">{t(done === 'copied' ? 'share.copied' : 'share.copy')}</span>
        </Button>
      </div>
      <p className="mt-1 text-[13px] text-ink-2">
        {done === 'notCopied' ? t('share.notCopied') : remark}
      </p>
    </div>
  );
}
