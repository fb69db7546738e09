import type { Absence } from '../engine/choice/candidate.ts';

/** Names under which machines without a graphics card draw all the same. */
const inSoftware = /swiftshader|llvmpipe|software|basic render/i;

/** Whether this worker can compute with WebGL on a graphics card. */
export function webglAbsence(): Absence | undefined {
  if (typeof OffscreenCanvas === 'undefined') return 'missing';
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return 'missing';
  const details = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = details ? String(gl.getParameter(details.UNMASKED_RENDERER_WEBGL)) : '';
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return inSoftware.test(renderer) ? 'software' : undefined;
}

/** What is read of WebGPU here; not every browser has it, nor every library its types. */
interface Gpu {
  requestAdapter(): Promise<
    | {
        readonly info?: {
          readonly isFallbackAdapter?: boolean;
          readonly architecture?: string;
          readonly description?: string;
        };
      }
    | undefined
    | null
  >;
}

/** Whether this worker can compute with WebGPU on a graphics card. */
export async function webgpuAbsence(): Promise<Absence | undefined> {
  const gpu = (navigator as { gpu?: Gpu }).gpu;
  const adapter = await gpu?.requestAdapter();
  if (!adapter) return 'missing';
  const { isFallbackAdapter = false, architecture = '', description = '' } = adapter.info ?? {};
  const soft = isFallbackAdapter || inSoftware.test(`${architecture} ${description}`);
  return soft ? 'software' : undefined;
}
