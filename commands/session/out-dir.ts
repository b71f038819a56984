import { resolve } from "node:path";

/** Where a synth writes: as CDKTF says it. */
export const outDir = (): string => resolve(process.env.CDKTF_OUTDIR || "cdktf.out");
