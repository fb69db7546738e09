import { useTranslation } from 'react-i18next';
import { hasDifference } from '../../engine/walk/finite-difference.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { lookAt } from '../../state/walk.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import { Formula } from '../../ui/kit/formula.tsx';
import { Switch } from '../../ui/kit/switch.tsx';
import { DetailView } from './detail-view.tsx';
import { NumberGrid } from './number-grid.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { WalkPicture } from './probe.ts';
import { letterOf, tensorOf, useStageText } from './stage-text.ts';
import { ruleTex } from './tex.ts';
import type { useWalk } from './use-walk.ts';

type Way = NonNullable<ReturnType<typeof useWalk>>;

/** What a stop is about: words, its numbers, the arithmetic behind the chosen one. */
export function StageView({
  way,
  picture,
  tensor,
}: {
  way: Way;
  picture: WalkPicture;
  tensor: string;
}) {
  const { t } = useTranslation();
  const { stage } = way;
  const stores = useStores();
  if (stage.type === 'done') return <Done picture={picture} way={way} />;
  const facts = tensorOf(picture, stage);
  const isWeight = stage.type === 'weight' || stage.type === 'update';
  const { place } = picture;
  return (
    <div className="mt-1 flex flex-col gap-2">
      <About way={way} />
      {way.isHere ? (
        <>
          <DetailView way={way} picture={picture} tensor={tensor} />
          {facts ? (
            <NumberGrid
              facts={facts}
              place={place}
              isWeight={isWeight}
              firstRow={picture.row ?? 0}
              onPlace={(next) => lookAt(stores, { place: next })}
            />
          ) : null}
          {facts && facts.count > 1 ? (
            <PlaceFields
              shape={facts.shape}
              rows={isWeight || picture.row !== undefined ? undefined : picture.rows}
              place={place}
              onPlace={(next) => lookAt(stores, { place: next })}
            />
          ) : null}
          {hasDifference(way.ir, stage) ? <Check way={way} picture={picture} /> : null}
          <p className="text-[13px] text-ink-3">{t('updateWalk.legend')}</p>
        </>
      ) : null}
    </div>
  );
}

/** What is going on at a stop, in words. */
function About({ way: { stage, ir } }: { way: Way }) {
  const { t } = useTranslation();
  const { optimizer } = useDocument(({ document }) => document.training);
  const line = (text: string) => <p className="text-[13px] text-ink-2">{text}</p>;
  switch (stage.type) {
    case 'value': {
      const isSource = stage.node === ir.source.id;
      return line(t(isSource ? 'updateWalk.about.source' : 'updateWalk.about.value'));
    }
    case 'slope':
      if (stage.to === ir.loss.id) return line(t('updateWalk.about.answer'));
      return line(
        t(stage.from === ir.source.id ? 'updateWalk.about.toSource' : 'updateWalk.about.slope'),
      );
    case 'update':
      return (
        <>
          {line(
            t(`updateWalk.rule.${optimizer.type}`, {
              rate: optimizer.learningRate,
              share: optimizer.momentum,
            }),
          )}
          <Formula tex={ruleTex(optimizer)} display />
          {optimizer.type === 'sgd' ? null : line(t('updateWalk.ruleAfter'))}
        </>
      );
    case 'cost':
    case 'weight':
    case 'done':
      return line(t(`updateWalk.about.${stage.type}`));
    default:
      return null;
  }
}

/** A finite difference beside the derivative, where one is wanted. */
function Check({ way, picture }: { way: Way; picture: WalkPicture }) {
  const { t } = useTranslation();
  const stores = useStores();
  const { detail, difference } = picture;
  const { check } = way.walk;
  const value = 'value' in detail ? detail.value : undefined;
  return (
    <div className="text-[13px]">
      <p className="flex items-center justify-between gap-2 text-ink-2">
        {t('updateWalk.check')}
        <Switch
          label={t('updateWalk.check')}
          checked={check}
          onChange={(next) => lookAt(stores, { check: next })}
        />
      </p>
      {check && difference !== undefined && value !== undefined ? (
        <dl className="num grid grid-cols-[1fr_auto] gap-x-3" data-testid="walk-difference">
          <dt className="font-sans text-ink-2">
            <Formula tex="\frac{L(w+h) - L(w-h)}{2h}" />
          </dt>
          <dd className="self-center">{formatTerm(difference)}</dd>
          <dt className="font-sans text-ink-2">{t('updateWalk.gradient')}</dt>
          <dd>{formatTerm(value)}</dd>
        </dl>
      ) : null}
    </div>
  );
}

/** Weights of a tensor that are shown before and after. */
const SHOWN = 12;

/** What the update made of every tensor. */
function Done({ picture, way: { ir } }: { picture: WalkPicture; way: Way }) {
  const { t } = useTranslation();
  const { titleOf } = useStageText();
  const tensors = ir.nodes.flatMap(({ id }) =>
    (picture.weights[id] ?? []).flatMap((facts) => (facts?.after ? [{ id, facts }] : [])),
  );
  return (
    <div className="mt-1 flex flex-col gap-2 text-[13px]" data-testid="walk-done">
      <p className="text-ink-2">
        {t(tensors.length > 0 ? 'updateWalk.about.done' : 'updateWalk.waiting')}
      </p>
      {tensors.map(({ id, facts: { name, values, after } }) => (
        <div key={`${id} ${name}`}>
          <h4 className="text-ink-2">
            {titleOf(id)} <span className="num">{letterOf(name)}</span>
          </h4>
          {values.numbers && after?.numbers ? (
            <ul className="num grid grid-cols-2 gap-x-4">
              {Array.from(values.numbers.slice(0, SHOWN), (before, i) => (
                <li key={i} className="whitespace-nowrap">
                  {formatTerm(before)} → {formatTerm(after.numbers?.[i] ?? 0)}
                </li>
              ))}
            </ul>
          ) : (
            <p className="num">
              {t('updateWalk.mean')} {formatTerm(values.mean)} → {formatTerm(after?.mean ?? 0)}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
