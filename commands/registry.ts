import type { Command } from "./contract/command";
import { docs } from "./docs";
import { managementPolicy } from "./management-policy";
import { replay } from "./replay";
import { review } from "./review";
import { simulate } from "./simulate";
import { subscriptionMoves } from "./subscription-moves";

/** Every command, in the order of the list. A command never imports this file. */
export const COMMANDS: readonly Command[] = [simulate, replay, review, managementPolicy, subscriptionMoves, docs];
