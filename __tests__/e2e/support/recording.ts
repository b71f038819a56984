import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { actionsOfOperation, PHASES, RECORDING, type Part } from "../../../catalogue/pipeline";
import { pipelineRoles, type PipelineRole } from "../../../commands/permissions/pipeline-roles";
import { partsOf } from "../../../commands/permissions/roles";
import type { JobRole } from "../../../commands/permissions/trust";
import { blueprintOf, parseConfig, type Baseline, type BaselineConfig, type Blueprint } from "../../../config";
import { may } from "../../commands/permissions/roles";
import { calledResources } from "./called-resources";
import type { RecordedCall } from "./recorded-call";
import type { Trial } from "./trial";

const FILE = join(__dirname, "../../../catalogue/pipeline/calls.golden.json");

/** Stands for the roles that the policies are for. */
const roleOf = ({ phase }: RecordedCall): JobRole => (phase === "plan" ? "plan" : "apply");

const accountOf = (blueprint: Blueprint, id: string) =>
  [...partsOf(blueprint)].find(([account]) => blueprint.accounts[account].id === id) ?? [];

/** The parts whose recording may hold the call: the management account may play two. */
const partsOfCall = (blueprint: Blueprint, { account }: RecordedCall): readonly Part[] =>
  accountOf(blueprint, account)[1] ?? [];

/** Operations that the recording lacks, each as `security apply kms:CreateKey`. With UPDATE_GOLDEN=1 it gets them. */
function missingFromRecording(baseline: Baseline, calls: readonly RecordedCall[]): readonly string[] {
  const blueprint = blueprintOf(baseline);
  const missing = calls.filter((call) => {
    const parts = partsOfCall(blueprint, call);
    return !parts.some((part) => RECORDING[part][call.phase].includes(call.operation));
  });
  if (process.env["UPDATE_GOLDEN"] === "1") return added(blueprint, missing);
  return [
    ...new Set(
      missing.map((call) => `${partsOfCall(blueprint, call)[0] ?? call.account} ${call.phase} ${call.operation}`),
    ),
  ].sort();
}

function added(blueprint: Blueprint, missing: readonly RecordedCall[]): readonly string[] {
  const now = JSON.parse(readFileSync(FILE, "utf8")) as typeof RECORDING;
  const kept = Object.entries(now).map(([part, phases]) => [
    part,
    Object.fromEntries(
      PHASES.map((phase) => {
        const here = missing.filter((call) => call.phase === phase && partsOfCall(blueprint, call)[0] === part);
        return [phase, [...new Set([...phases[phase], ...here.map(({ operation }) => operation)])].sort()];
      }),
    ),
  ]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`);
  return [];
}

/** What a policy is asked: may this role do this there? */
interface Question {
  readonly role: PipelineRole;
  readonly action: string;
  readonly resource: string | undefined;
  readonly service: string | undefined;
}

const textOf = ({ role, action, resource = "*" }: Question): string =>
  `${role.name} in ${role.accountId}: ${action} on ${resource}`;

const isPermitted = ({ role, action, resource, service }: Question): boolean =>
  may(role, action, resource, service === undefined ? {} : { "organizations:ServicePrincipal": service });

/** What a call asks. Which roles are entered is said by the policies, not by the emulator's own names. */
function questionsOf(roles: readonly PipelineRole[], call: RecordedCall): readonly (Question | string)[] {
  const role = roles.find((each) => each.accountId === call.account && each.role === roleOf(call));
  if (role === undefined) return [`${call.account}: ${call.operation} in no account of ours`];
  const actions = actionsOfOperation(call.operation).filter((action) => action !== "sts:AssumeRole");
  return actions.flatMap((action): readonly (Question | string)[] => {
    const resources = calledResources(action, call);
    if (resources === undefined)
      return [`${call.operation} does not say what it is on: ${JSON.stringify(call.parameters)}`];
    const service = call.parameters["ServicePrincipal"];
    return (resources.length === 0 ? [undefined] : resources).map((resource) => ({ role, action, resource, service }));
  });
}

/** Calls that the printed policies would not let their role make, each with what it is on. */
function deniedByPolicies(baseline: Baseline, calls: readonly RecordedCall[]): readonly string[] {
  const roles = pipelineRoles(blueprintOf(baseline), { roles: ["plan", "apply"], state: undefined, job: undefined });
  const asked = calls.flatMap((call) => questionsOf(roles, call));
  const questions = new Map(asked.flatMap((each) => (typeof each === "string" ? [] : [[textOf(each), each] as const])));
  const denied = [...questions].flatMap(([text, question]) => (isPermitted(question) ? [] : [text]));
  return [...new Set([...asked.filter((each) => typeof each === "string"), ...denied])].sort();
}

/** Every call of the trial stands in the recording, and the policies that are printed allow it. Ends the emulator. */
export async function expectPermitted(trial: Trial, config: BaselineConfig): Promise<void> {
  const [calls, baseline] = [await trial.recorded(), parseConfig(config)];
  expect(calls.length).toBeGreaterThan(0);
  expect(missingFromRecording(baseline, calls)).toEqual([]);
  // What was just recorded has no facts yet: npm run generate, and once more without UPDATE_GOLDEN.
  if (process.env["UPDATE_GOLDEN"] !== "1") expect(deniedByPolicies(baseline, calls)).toEqual([]);
}
