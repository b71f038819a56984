import { quoted } from "../../policy-json";

/** Terraform expressions of what is and what shall be attached: maps from the id of a target to names of policies. */
export interface Counted {
  /** Spelling of a target -> its id. */
  readonly spelled: string;
  /** Attached now. */
  readonly live: string;
  /** What the configuration attaches. */
  readonly planned: string;
  /** Attached by others. Ours are known by their name, so what this plan takes away is none of them. */
  readonly foreign: string;
  /** Ours that the configuration no longer puts there. */
  readonly leaving: string;
  /** What the configuration puts there and is not attached yet. */
  readonly arriving: string;
  /** What the names of the baseline's policies begin with. */
  readonly prefix: string;
  readonly quota: number;
  readonly type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
}

interface Precondition {
  readonly condition: string;
  readonly errorMessage: string;
}

/** How the configuration spells a target. */
export const spellings = ({ spelled }: Counted, id: string): string =>
  `join(" or ", [for text, target in ${spelled} : text if target == ${id}])`;

/** Names of policies as the configuration has them: without what all of them begin with. */
export const shown = ({ prefix }: Counted, names: string): string =>
  `join(", ", [for name in ${names} : trimprefix(name, ${quoted(prefix)})])`;

const here = (names: string): string => `${names}[each.key]`;

/** Every policy on a target asks the same: the first one answers for all, so that a plan says it once. */
const answeredByAnother = (name: string, { planned }: Counted): string => `${here(planned)}[0] != ${quoted(name)}`;

const fitsAtTheEnd = ({ foreign, planned, quota }: Counted): string =>
  `length(${here(foreign)}) + length(${here(planned)}) <= ${quota}`;

/** Only the quota of service control policies is one that the configuration can raise. */
const orRaise = ({ type }: Counted): string =>
  type === "SERVICE_CONTROL_POLICY" ? ", or raise guardrails.quotas.policiesPerTarget if your quota is higher" : "";

/** Others left room for what shall be attached. */
export const roomAtTheEnd = (name: string, counted: Counted): Precondition => ({
  condition: `\${${answeredByAnother(name, counted)} || ${fitsAtTheEnd(counted)}}`,
  errorMessage: `\${${spellings(counted, "each.key")}} must have room for \${length(${here(counted.planned)})} policies of this configuration (quota ${counted.quota}), got \${join(", ", ${here(counted.foreign)})} attached by others: merge or detach some of them${orRaise(counted)}`,
});

/** There is room for what comes and what goes at once, since Terraform does not order them. */
export function roomOnTheWay(name: string, counted: Counted): Precondition {
  const { live, arriving, leaving, quota } = counted;
  const together = `length(${here(live)}) + length(${here(arriving)})`;
  const goes = shown(counted, here(leaving));
  return {
    condition: `\${${answeredByAnother(name, counted)} || !(${fitsAtTheEnd(counted)}) || ${together} <= ${quota}}`,
    errorMessage: `\${${spellings(counted, "each.key")}} must have room for what comes (\${${shown(counted, here(arriving))}}) beside what goes (\${${goes}}), got \${${together}} policies at once (quota ${quota}): Terraform does not detach before it attaches. Two deploys do it: 1. what is deployed now, without \${${together} - ${quota}} of \${${goes}} on this target; 2. this configuration. What the first takes away does not hold until the second: docs/runbooks/changes.md says how to cover it from another level`,
  };
}
