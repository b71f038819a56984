import { elementsOf, textsOf } from "../json";
import { refuse } from "../refuse";
import { strictJson } from "../strict-json";
import { actionMatcher, RCP_SERVICES, serviceOf } from "./action";
import { resourceMatcher } from "./arn";
import { parseConditions } from "./condition";
import type { Matcher, PolicyDocument, PolicyType, Selection, Statement } from "./policy-document";

/**
 * The elements that AWS documents for each type. Source: Organizations User Guide, SCP syntax and RCP syntax: the
 * first has no Principal, the second no NotAction, neither has NotPrincipal.
 */
const ELEMENTS: Readonly<Record<PolicyType, readonly string[]>> = {
  SERVICE_CONTROL_POLICY: ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  RESOURCE_CONTROL_POLICY: ["Sid", "Effect", "Principal", "Action", "Resource", "NotResource", "Condition"],
};

const ACTION_RULE = "be * or service:Name, with wildcards in the name only";
const RESOURCE_RULE =
  "be * or an ARN of six fields or of fewer that end in *, with no wildcard for the service and known single-valued " +
  "${…} only after the fifth colon";

type Elements = Readonly<Record<string, unknown>>;

/**
 * Reads a policy from its JSON value, as far as AWS documents the language for control policies.
 *
 * @throws an error that names policy, statement (Sid or place) and element for anything unknown or malformed
 */
export function parsePolicy(json: unknown, name: string, type: PolicyType = "SERVICE_CONTROL_POLICY"): PolicyDocument {
  const where = `policy ${name}`;
  const policy = elementsOf(json, where, ["Version", "Statement"]);
  if (policy.Version !== "2012-10-17") refuse(`${where}, Version`, 'be "2012-10-17"', policy.Version);
  const listed: readonly unknown[] = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  if (listed.length === 0) refuse(`${where}, Statement`, "hold at least one statement", policy.Statement);
  const statements = listed.map((statement, index) => parseStatement(statement, index, where, type));
  statements.forEach(({ id }, index) => {
    if (statements.findIndex((other) => other.id === id) !== index)
      refuse(`${where}, statement ${id}, Sid`, "be unique in its policy", id);
  });
  return { name, type, statements };
}

/** Reads a policy from its text, which must be JSON that can mean one thing only. Throws as `parsePolicy` does. */
export const parsePolicyText = (text: string, name: string, type?: PolicyType): PolicyDocument =>
  parsePolicy(strictJson(text, `policy ${name}`), name, type);

/** Reads one statement. Its id in errors and verdicts is its Sid or, without one, its place. */
function parseStatement(json: unknown, index: number, policy: string, type: PolicyType): Statement {
  const place = `Statement[${index}]`;
  const sid = elementsOf(json, `${policy}, ${place}`).Sid;
  if (sid !== undefined && (typeof sid !== "string" || sid === ""))
    return refuse(`${policy}, ${place}, Sid`, "be text", sid);
  const id = sid ?? place;
  const where = `${policy}, statement ${id}`;
  const elements = elementsOf(json, where, ELEMENTS[type]);
  const { Effect: effect } = elements;
  if (effect !== "Allow" && effect !== "Deny") return refuse(`${where}, Effect`, "be Allow or Deny", effect);
  if (type === "RESOURCE_CONTROL_POLICY") checkResourceControl(elements, where);
  return {
    id,
    effect,
    actions: parseSelection(elements, "Action", where, ACTION_RULE, actionMatcher),
    resources: parseSelection(elements, "Resource", where, RESOURCE_RULE, resourceMatcher),
    conditions: elements.Condition === undefined ? [] : parseConditions(elements.Condition, where),
  };
}

function parseSelection(
  elements: Elements,
  name: "Action" | "Resource",
  where: string,
  rule: string,
  compile: (pattern: string) => Matcher | undefined,
): Selection {
  const negated = elements[`Not${name}`] !== undefined;
  if (negated === (elements[name] !== undefined))
    refuse(where, `have either ${name} or Not${name}`, negated ? "both" : undefined);
  const element = negated ? `Not${name}` : name;
  const patterns = textsOf(elements[element], `${where}, ${element}`);
  const matchers = patterns.map((pattern) => compile(pattern) ?? refuse(`${where}, ${element}`, rule, pattern));
  return { negated, patterns, matchers };
}

/**
 * What AWS asks of a resource control policy: for everyone, Deny, actions of supported services. The one Allow is the
 * statement of RCPFullAWSAccess. Source: Organizations User Guide, RCP syntax.
 */
function checkResourceControl(elements: Elements, where: string): void {
  const { Effect, Principal, Action, Resource, Condition } = elements;
  if (Principal !== "*") refuse(`${where}, Principal`, 'be "*" in a resource control policy', Principal);
  if (Effect === "Allow" && Action === "*" && Resource === "*" && Condition === undefined) return;
  if (Effect === "Allow")
    refuse(
      `${where}, Effect`,
      "be Deny in a resource control policy (AWS keeps RCPFullAWSAccess for allowing)",
      Effect,
    );
  for (const action of Action === undefined ? [] : textsOf(Action, `${where}, Action`))
    if (!RCP_SERVICES.has(serviceOf(action)))
      refuse(`${where}, Action`, "name a service that resource control policies reach", action);
}
