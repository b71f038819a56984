export { adviceOn } from "./advice";
export { allowLists } from "./allow-lists";
export type { MustPass } from "./call";
export { heldBackBy } from "./held-back";
export { levelsTo } from "./levels";
export { accountsIn, lockOuts, type LockOut } from "./lock-outs";
export { mustPass } from "./must-pass";
export { principalOf } from "./principal-of";
export { waysRound } from "./ways-round";
