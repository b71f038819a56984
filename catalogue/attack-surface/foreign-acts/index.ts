import type { ForeignAct } from "./foreign-act";
import { IDENTITY_ACTS } from "./identities";
import { ORGANIZATION_ACTS } from "./organization";
import { RECORD_ACTS } from "./record";
import { WORK_ACTS } from "./work";

export type { ForeignAct } from "./foreign-act";

/** All of them, in the order of the documentation. */
export const FOREIGN_ACTS: readonly ForeignAct[] = [
  ...WORK_ACTS,
  ...IDENTITY_ACTS,
  ...ORGANIZATION_ACTS,
  ...RECORD_ACTS,
];
