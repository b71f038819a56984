import { principalOf, type Blueprint, type PlacedPolicy, type Target } from "../../config";
import { judgedPolicy, PROOF_SETTINGS } from "../../catalogue/guardrail";
import { guardrail } from "../../catalogue/guardrails";
import { ROOT_TASKS, taskPolicyArn } from "../../catalogue/aws/root-tasks";
import { absentFrom, decide, onRoot, type AttachedPolicy, type Call, type Principal } from "../../proofs/policy";
import { table } from "../output/table";
import { requestContext } from "./request";

/** One guardrail on one target: what each principal meets with the guardrail's representative action. */
export interface Row {
  readonly guardrail: string;
  readonly action: string;
  /** Principal -> denied, undecided, allowed or not bound; "-" where there is no such principal. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface Matrix {
  readonly target: string;
  readonly rows: readonly Row[];
}

const MEMBER = "000000000000";

/** No root session is opened without a task: the first that the configuration chooses. */
function taskOf({ baseline, partition }: Blueprint, action: string): NonNullable<Call["context"]> {
  const task = ROOT_TASKS.find(({ id }) => baseline.rootAccess.breakGlass.tasks.includes(id));
  return action === "sts:AssumeRoot" && task !== undefined
    ? { "sts:TaskPolicyArn": taskPolicyArn(partition.id, task) }
    : {};
}

/** Every call has a time. */
const TODAY = new Date().toISOString();

/** Who is tried, in the order of the columns. */
function principals(
  { baseline, accounts, names, partition }: Blueprint,
  account: string,
): readonly (readonly [string, Principal | undefined])[] {
  const { management, security } = accounts;
  const administrator = (of: string): Principal => ({ type: "role", account: of, name: "Administrator" });
  const [task] = baseline.rootAccess.breakGlass.tasks;
  return [
    ["root", { type: "root", account }],
    ["assumed root", { type: "assumed-root", account }],
    ["administrator", administrator(account)],
    ["security administrator", administrator(security.id)],
    ["pipeline", principalOf(`arn:${partition.id}:iam::${security.id}:role/${security.deployRole}`)],
    [
      "break glass",
      task === undefined ? undefined : { type: "role", account: security.id, name: names.breakGlassRole(task) },
    ],
    ["management account", administrator(management.id)],
  ];
}

/** A call that a policy of the team's own speaks of: the first action and resource of its first deny. */
function representative({ document }: AttachedPolicy): Pick<Call, "action" | "resource"> {
  const deny = document.statements.find(({ effect }) => effect === "Deny");
  const action = deny?.actions.negated === false ? deny.actions.patterns[0] : undefined;
  const resource = deny?.resources.negated === false ? deny.resources.patterns[0] : undefined;
  return {
    action: action === undefined || action === "*" ? "ec2:RunInstances" : action.replaceAll(/[*?]/g, "X"),
    ...(resource === undefined || resource === "*" ? {} : { resource: resource.replaceAll(/[*?]/g, "x") }),
  };
}

/**
 * The policy with the call that represents it. A guardrail is tried with this configuration's principals and the names
 * of its proof, so that the call of its proof is about them.
 */
function tried(
  { guardrailSettings }: Blueprint,
  { type, document, source }: PlacedPolicy,
  id: string,
): readonly [AttachedPolicy, Omit<Call, "principal">] {
  if (source === "team") return [{ name: id, type, document }, representative({ name: id, type, document })];
  const entry = guardrail(id);
  const { rootSessions, breakGlassRoles, exemptPrincipals } = guardrailSettings;
  const settings = { ...PROOF_SETTINGS, rootSessions, breakGlassRoles, exemptPrincipals, rootExceptions: [] };
  // One in which it matters who calls: at the sign-in page nobody has said yet who he is.
  const { action = "", resource, context } = entry.denies.find(({ principal }) => "account" in principal) ?? {};
  return [
    judgedPolicy(entry, settings),
    { action, ...(resource === undefined ? {} : { resource }), ...(context === undefined ? {} : { context }) },
  ];
}

function rowOf(blueprint: Blueprint, placed: PlacedPolicy, id: string, account: string): Row {
  const [policy, call] = tried(blueprint, placed, id);
  const levels = onRoot(policy);
  const cell = (principal: Principal | undefined): string =>
    principal === undefined
      ? "-"
      : decide(
          {
            ...call,
            principal,
            context: requestContext(blueprint, call.action, { ...taskOf(blueprint, call.action), ...call.context }),
            at: call.at ?? TODAY,
          },
          levels,
          absentFrom(principal),
          { managementAccount: blueprint.accounts.management.id },
        ).decision;
  return {
    guardrail: id,
    action: call.action,
    cells: Object.fromEntries(principals(blueprint, account).map(([name, principal]) => [name, cell(principal)])),
  };
}

const rowsOf = (blueprint: Blueprint, target: Target): readonly Row[] =>
  blueprint.policies
    .filter(({ targets }) => targets.some((other) => other.equals(target)))
    .flatMap((policy) => {
      const ids = policy.source === "team" ? [policy.id] : policy.guardrails;
      return ids.map((id) => rowOf(blueprint, policy, id, target.account ?? MEMBER));
    });

/** For each target, what each guardrail attached there does to whom. */
export const matrices = (blueprint: Blueprint): readonly Matrix[] =>
  blueprint.targets.map((target) => ({ target: target.text, rows: rowsOf(blueprint, target) }));

/** The matrices for people. */
export const matrixText = (all: readonly Matrix[]): string =>
  all
    .map(({ target, rows }) => {
      const columns = Object.keys(rows[0]?.cells ?? {});
      const lines = rows.map(({ guardrail: id, action, cells }) => [
        id,
        action,
        ...columns.map((name) => cells[name] ?? ""),
      ]);
      return `${target}\n${table([["guardrail", "action", ...columns], ...lines])}`;
    })
    .join("\n\n");
