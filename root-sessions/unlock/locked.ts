import { accountRoot } from "../../catalogue/aws/arn";
import { isObject, type JsonObject, statementsOf } from "../../organization/services/json";
import {
  absentFrom,
  contextOf,
  decide,
  onRoot,
  parsePolicy,
  spelledKey,
  strictJson,
  type Call,
  type PolicyDocument,
  type Principal,
} from "../../proofs/policy";

/** What a policy is attached to, and by which calls an administrator of its account would mend it. */
export interface Guarded {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly arn: string;
  /** Such as `s3:PutBucketPolicy`. One that is left is enough. */
  readonly mendingCalls: readonly string[];
}

/** Whether a policy keeps the administrators of its own account from changing it. */
export interface Locked {
  readonly answer: "yes" | "no" | "perhaps";
  /** What it depends on, or what is not understood. */
  readonly why: readonly string[];
}

/** Whom a statement is about: everybody of the account, somebody whom it names, or nobody can tell. */
function about({ Principal, NotPrincipal }: JsonObject, { partition, account }: Guarded): "all" | "some" | "unknown" {
  if (NotPrincipal !== undefined || Principal === undefined) return "unknown";
  const named = isObject(Principal) ? Principal["AWS"] : Principal;
  const everybody: readonly unknown[] = ["*", account, accountRoot(partition, account)];
  return (Array.isArray(named) ? named : [named]).some((each) => everybody.includes(each)) ? "all" : "some";
}

/** A statement that denies everybody, in the language of the evaluator, which knows no principals. */
function readable(statement: JsonObject, place: number): PolicyDocument {
  const elements = Object.entries(statement).filter(([name]) => name !== "Principal" && name !== "Sid");
  const Statement = [{ ...Object.fromEntries(elements), Sid: nameOf(statement, place) }];
  return parsePolicy({ Version: "2012-10-17", Statement }, "of the resource");
}

const nameOf = ({ Sid }: JsonObject, place: number): string =>
  typeof Sid === "string" && Sid !== "" ? Sid : `Statement[${place}]`;

/** Every administrator whom no policy names. */
const administrator = (account: string): Principal => ({ type: "role", account, name: "Administrator" });

/** What one statement says of one call: no, nothing, or what it depends on. */
type Verdict = "denied" | "open" | readonly string[];

function verdictOf(policy: PolicyDocument, call: Call): Verdict {
  const levels = onRoot({ name: "of the resource", type: "SERVICE_CONTROL_POLICY", document: policy });
  const isAbsent = absentFrom(call.principal);
  const verdict = decide(call, levels, isAbsent);
  if (verdict.decision === "denied") {
    // Whoever comes by another network, or with a tag, may give what the condition asks for.
    const given = contextOf(call);
    const keys = policy.statements.flatMap(({ conditions }) => conditions.map(({ key }) => key));
    const open = keys.filter((key) => !given.has(key.toLowerCase()) && !isAbsent(key.toLowerCase()));
    return open.length === 0 ? "denied" : open.map(spelledKey);
  }
  return verdict.decision === "undecided" ? verdict.keys : "open";
}

/** What one statement says of each call. What is not understood depends on something, whatever it is. */
function judged(statement: JsonObject, place: number, guarded: Guarded): readonly (readonly [string, Verdict])[] {
  const { account, region, arn, mendingCalls } = guarded;
  const each = (verdict: Verdict) => mendingCalls.map((action) => [action, verdict] as const);
  const whom = statement["Effect"] === "Allow" ? "some" : about(statement, guarded);
  if (whom === "some") return each("open");
  if (whom === "unknown") return each(["whom it is about"]);
  const context = { "aws:RequestedRegion": region, "aws:SecureTransport": "true", "aws:ViaAWSService": "false" };
  try {
    const document = readable(statement, place);
    const call = { principal: administrator(account), resource: arn, context, at: new Date().toISOString() };
    return mendingCalls.map((action) => [action, verdictOf(document, { ...call, action })]);
  } catch (error) {
    return each([error instanceof Error ? error.message : String(error)]);
  }
}

/** The policy's statements. Throws where it is no JSON that can mean one thing only. */
function statements(text: string): readonly JsonObject[] {
  const policy = strictJson(text, "the policy");
  return isObject(policy) ? statementsOf(policy) : [];
}

/**
 * Whether the policy of a bucket or a queue locks out the administrators of its account. Judged by its Deny statements
 * on everybody; what is not understood is "perhaps", never "no".
 */
export function lockedBy(text: string, guarded: Guarded): Locked {
  let verdicts: readonly (readonly [where: string, action: string, verdict: Verdict])[];
  try {
    verdicts = statements(text).flatMap((statement, place) =>
      judged(statement, place, guarded).map(
        ([action, verdict]) => [nameOf(statement, place), action, verdict] as const,
      ),
    );
  } catch (error) {
    return { answer: "perhaps", why: [error instanceof Error ? error.message : String(error)] };
  }
  const of = (action: string) => verdicts.filter(([, about]) => about === action).map(([, , verdict]) => verdict);
  const { mendingCalls } = guarded;
  if (mendingCalls.every((action) => of(action).includes("denied"))) return { answer: "yes", why: [] };
  const why = verdicts.flatMap(([where, , verdict]) =>
    typeof verdict === "string" ? [] : [`${where}: ${verdict.join(", ")}`],
  );
  const isOpen = mendingCalls.some((action) => of(action).every((verdict) => verdict === "open"));
  return { answer: isOpen ? "no" : "perhaps", why: [...new Set(why)] };
}
