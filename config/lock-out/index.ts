export type { MustPass } from "./call";
export { heldBackBy } from "./held-back";
export { levelsTo } from "./levels";
export { accountsIn, lockOuts } from "./lock-outs";
export { mustPass } from "./must-pass";
export { principalOf } from "./principal-of";
export { openings } from "./openings";
export { waysRound } from "./ways-round";
