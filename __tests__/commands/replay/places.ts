import type { RulePlaces } from "../../../commands/replay/judges";

/** Where the rules of a baseline stand whose home is the global Region, and which governs nothing else. */
export const PLACES: RulePlaces = {
  accounts: { management: "111111111111", security: "222222222222" },
  regions: { home: ["us-east-1"], global: ["us-east-1"], organizations: ["us-east-1"], governed: ["us-east-1"] },
};
