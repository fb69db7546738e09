import { findCompute } from '../../compiler/mends.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import type { Operation } from '../../core/operation.ts';
import type { ComputeKind } from '../../layers/define-layer.ts';

/** The first kind that computes an operation, with its own defaults. */
export const kindThat = (catalogue: Catalogue, op: Operation['op']): ComputeKind | undefined =>
  findCompute(catalogue, (kind) => {
    const params = kind.params.safeParse({});
    return params.success && kind.operation?.(params.data).op === op;
  });
