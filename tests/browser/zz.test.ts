// biome-ignore-all lint: scratch
import { it } from 'vitest';
import { tf } from './tf.ts';
import { cases, irOf, catalogue } from '../../bench/cases.ts';
import { registerKernels } from '../../src/engine/tfjs/kernels/index.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { loadData } from '../../src/engine/data.ts';
const { core } = tf;
it('cnn', async () => {
  core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  core.enableProdMode();
  await core.setBackend('wasm');
  registerKernels(core);
  const ir = irOf(cases.cnn);
  const { train } = loadData(ir, 0, catalogue.datasets);
  const ex = createTfjsExecutor(tf, ir, catalogue.layers);
  ex.writeWeights(initialWeights(ir,1)); ex.configure({type:'sgd',learningRate:0.1,momentum:0});
  for (let k=0;k<8;k++){ const t=performance.now(); await ex.step(train); console.log('Q', (performance.now()-t).toFixed(0)); }
  const sums: Record<string, [number,number]> = {};
  for (const cfg of core.getKernelsForBackend('wasm')) { const f = cfg.kernelFunc; (cfg as any).kernelFunc = (a: any) => { const t=performance.now(); const r=f(a); const s = (sums[cfg.kernelName] ??= [0,0]); s[0]+=performance.now()-t; s[1]++; return r; }; }
  let tot=0; for (let k=0;k<5;k++) { const t=performance.now(); await ex.step(train); tot+=performance.now()-t; }
  console.log('Q total', (tot/5).toFixed(1), Object.entries(sums).sort((a,b)=>b[1][0]-a[1][0]).slice(0,22).map(([k,[ms,n]])=>`${k} ${(ms/5).toFixed(2)}ms x${n/5}`).join('; '));
}, 60000);
