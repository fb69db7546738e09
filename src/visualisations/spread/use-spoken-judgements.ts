import { useEffect, useRef } from 'react';
import type { Judgement } from '../../engine/spread/judge.ts';
import type { RunState } from '../../state/run-store.ts';
import { useStores } from '../../state/stores.ts';
import { useLayerName } from '../use-layer-name.ts';
import type { SpreadPicture } from './probe.ts';
import { useJudgementText } from './use-judgement-text.ts';

/** Of gradients one word a network is enough, wherever it is worst. */
const keyOf = (judgement: Judgement): string =>
  'against' in judgement ? judgement.code : `${judgement.code} ${judgement.node}`;

/**
 * Says each word about a layer once a run to those who do not see the nodes, while `on`. Training goes on
 * meanwhile: nothing that comes and goes is said twice, and nothing that advice has said.
 */
export function useSpokenJudgements(on: boolean): void {
  const { runs, views, advice } = useStores();
  const tell = useJudgementText();
  const nameOf = useLayerName();
  const said = useRef({ run: '', keys: new Set<string>() });
  useEffect(() => {
    if (!on) return;
    const listen = ({ frame, ready }: RunState): void => {
      const picture = ready ? (frame?.pictures['spread'] as SpreadPicture | undefined) : undefined;
      if (!frame || !picture) return;
      const run = `${frame.build} ${frame.start}`;
      if (said.current.run !== run) said.current = { run, keys: new Set() };
      const { keys } = said.current;
      const known = advice.getState().advice;
      const fresh = picture.judgements.filter(
        (each) =>
          !keys.has(keyOf(each)) &&
          !known.some(
            ({ id, figures }) => id === each.code && figures['node']?.value === each.node,
          ),
      );
      if (fresh.length === 0) return;
      for (const each of fresh) keys.add(keyOf(each));
      const text = fresh.map((each) => `${nameOf(each.node)}: ${tell(each).whole}`).join(' ');
      views.getState().set({ said: { text } });
    };
    listen(runs.getState());
    return runs.subscribe(listen);
  }, [on, runs, views, advice, tell, nameOf]);
}
