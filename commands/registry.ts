import { apply } from "./apply";
import type { Command } from "./contract/command";
import { docs } from "./docs";
import { drift } from "./drift";
import { managementPolicy } from "./management-policy";
import { permissions } from "./permissions";
import { plan } from "./plan";
import { replay } from "./replay";
import { review } from "./review";
import { simulate } from "./simulate";
import { subscriptionMoves } from "./subscription-moves";

/** Every command, in the order of the list. A command never imports this file. */
export const COMMANDS: readonly Command[] = [
  plan,
  review,
  apply,
  drift,
  simulate,
  replay,
  managementPolicy,
  permissions,
  subscriptionMoves,
  docs,
];
