import * as z from 'zod';

/** What nodes, wires and blocks are known by in a file. */
export const idSchema = z.string().regex(/^[a-z][A-Za-z0-9_-]{0,63}$/);
