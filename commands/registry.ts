import { apply } from "./apply";
import { audit } from "./audit";
import type { Command } from "./contract/command";
import { cost } from "./cost";
import { docs } from "./docs";
import { drift } from "./drift";
import { managementPolicy } from "./management-policy";
import { permissions } from "./permissions";
import { plan } from "./plan";
import { removeRootCredentials } from "./remove-root-credentials";
import { replay } from "./replay";
import { review } from "./review";
import { rootSession } from "./root-session";
import { rootSessions } from "./root-sessions";
import { simulate } from "./simulate";
import { status } from "./status";
import { verify } from "./verify";
import { subscriptionMoves } from "./subscription-moves";
import { synth } from "./synth";
import { unlockBucket } from "./unlock/bucket";
import { unlockQueue } from "./unlock/queue";

/** Every command, in the order of the list. A command never imports this file. */
export const COMMANDS: readonly Command[] = [
  synth,
  plan,
  review,
  cost,
  apply,
  drift,
  status,
  verify,
  simulate,
  replay,
  rootSession,
  unlockBucket,
  unlockQueue,
  rootSessions,
  managementPolicy,
  permissions,
  subscriptionMoves,
  audit,
  removeRootCredentials,
  docs,
];
