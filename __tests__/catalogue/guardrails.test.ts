import { judgedPolicy, policyText, policyTypeOf, PROOF_SETTINGS, type Guardrail } from "../../catalogue/guardrail";
import { guardrail, GUARDRAILS } from "../../catalogue/guardrails";
import { RESOURCE_CONTROL_POLICY_QUOTA, SERVICE_CONTROL_POLICY_QUOTAS } from "../../catalogue/quotas";
import { type Call, evaluate, FULL_AWS_ACCESS, type Level, RCP_FULL_AWS_ACCESS } from "../../proofs/policy";
import { conditionKey } from "../../proofs/policy/condition-keys";
import { list } from "../support/policies";
import { unknownActions } from "./actions";
import { pascalCase, SENTENCES } from "./entries";

const MANAGEMENT = "111111111111";

/** The guardrail on the root of the organization, above the caller's account. */
const hierarchy = (entry: Guardrail, account: string): readonly Level[] => [
  {
    kind: "root",
    id: "r-ab12",
    policies: [
      FULL_AWS_ACCESS,
      ...(policyTypeOf(entry) === "RESOURCE_CONTROL_POLICY" ? [RCP_FULL_AWS_ACCESS] : []),
      judgedPolicy(entry, PROOF_SETTINGS),
    ],
  },
  { kind: "account", id: account, policies: [FULL_AWS_ACCESS] },
];

/** The account whose policies are judged: of whoever owns the resource, or of the caller. */
function accountOf({ principal, resourceAccount }: Call): string {
  const account = resourceAccount ?? ("account" in principal ? principal.account : undefined);
  if (account === undefined) throw new Error("a proof is a call from an account, or on what one owns");
  return account;
}

const verdict = (entry: Guardrail, call: Call) =>
  evaluate(call, hierarchy(entry, accountOf(call)), { managementAccount: MANAGEMENT });

/** What the guardrail says of the call when the management account makes it. */
function decisionInManagement(entry: Guardrail, { resourceAccount, ...call }: Call): string {
  const there = {
    ...call,
    ...("account" in call.principal ? { principal: { ...call.principal, account: MANAGEMENT } } : {}),
    ...(resourceAccount === undefined ? {} : { resourceAccount: MANAGEMENT }),
  };
  return evaluate(there, hierarchy(entry, MANAGEMENT), { managementAccount: MANAGEMENT }).decision;
}

const titled = (calls: readonly Call[]) =>
  calls.map((call) => [`${call.action} by ${JSON.stringify(call.principal)}`, call] as const);

const cases = GUARDRAILS.map((entry) => [entry.id, entry as Guardrail] as const);

describe.each(cases)("%s", (id, entry) => {
  const statements = entry.statements(PROOF_SETTINGS);
  const calls: readonly Call[] = [...entry.denies, ...entry.permits];

  test("is named verb first, and its statement after it", () => {
    expect(id).toMatch(/^(deny|restrict|protect|stay|limit|require|keep|block)(-[a-z0-9]+)+$/);
    const [first, ...others] = statements.map(({ Sid }) => Sid);
    expect(first).toBe(pascalCase(id));
    for (const other of others) expect(other.startsWith(pascalCase(id))).toBe(true);
  });

  test("says in whole sentences why, at what cost and what it binds", () => {
    expect(entry.title).toMatch(/^[A-Z].{10,100}[^.]$/);
    for (const text of [entry.rationale, entry.cost, entry.binds]) expect(text).toMatch(SENTENCES);
    expect(entry.references.length).toBeGreaterThan(0);
  });

  test("has a proof in both directions", () => {
    expect(entry.denies.length).toBeGreaterThanOrEqual(2);
    expect(entry.permits.length).toBeGreaterThanOrEqual(2);
  });

  test.each(titled(entry.denies))("denies %s", (_title, call) => {
    expect(verdict(entry, call)).toMatchObject({ decision: "denied", reason: "explicit deny", policy: id });
  });

  test.each(titled(entry.permits))("does not deny %s", (_title, call) => {
    expect(verdict(entry, call).decision).not.toBe("denied");
  });

  test("every statement is needed: without it some call would no longer be denied", () => {
    for (const removed of statements) {
      const rest = statements.filter((statement) => statement !== removed);
      const without: Guardrail = { ...entry, statements: () => rest };
      const denied = rest.length > 0 ? entry.denies.filter((call) => verdict(without, call).decision === "denied") : [];
      expect([removed.Sid, denied.length < entry.denies.length]).toEqual([removed.Sid, true]);
    }
  });

  test("names actions that AWS has, in its statements and in its proof", async () => {
    const written = statements.flatMap(({ Action }) => list(Action)).filter((action) => action !== "*");
    expect(await unknownActions(written)).toEqual([]);
    const called = calls.map(({ action }) => action);
    expect(await unknownActions(called, true)).toEqual([]);
  });

  test("does not bind the management account", () => {
    const bound = entry.denies.filter((call) => decisionInManagement(entry, call) !== "not bound");
    expect(bound).toEqual([]);
  });

  test("says of an attack how it goes", () => {
    for (const { attack, note } of [...entry.denies, ...entry.permits])
      for (const sentence of [attack, note]) if (sentence !== undefined) expect(sentence).toMatch(/^[A-Z].{5,}[^.]$/);
  });

  test("names each action once, in order, so that one is found and added easily", () => {
    for (const { Action } of statements) expect(list(Action)).toEqual([...new Set(list(Action))].sort());
  });

  test("names condition keys that are known", () => {
    const keys = statements.flatMap(({ Condition }) => Object.values(Condition ?? {}).flatMap(Object.keys));
    expect(keys.filter((key) => conditionKey(key) === undefined)).toEqual([]);
  });

  test("lets nobody through by an account wildcard", () => {
    const text = JSON.stringify(statements.map(({ Condition }) => Condition?.["ArnNotLike"] ?? {}));
    expect(text).not.toMatch(/arn:[^:]*:iam::[^"]*\*[^"]*:/);
  });

  test("keeps within the smallest quota of any partition", () => {
    const sizes = [RESOURCE_CONTROL_POLICY_QUOTA, ...Object.values(SERVICE_CONTROL_POLICY_QUOTAS)].map(
      ({ policySize }) => policySize,
    );
    expect(policyText(statements).length).toBeLessThanOrEqual(Math.min(...sizes));
  });
});

test("ids are unique, and each finds its guardrail", () => {
  const ids = GUARDRAILS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const entry of GUARDRAILS) expect(guardrail(entry.id)).toBe(entry);
  expect(() => guardrail("deny-everything")).toThrow(
    /guardrail must be one of deny-root-user, .*, got deny-everything$/,
  );
});

test("what exempts nobody has no condition that exempts", () => {
  const nobody = {
    ...PROOF_SETTINGS,
    breakGlassRoles: [],
    breakGlassTasks: [],
    exemptPrincipals: [],
    rootExceptions: [],
  };
  for (const { statements } of GUARDRAILS as readonly Guardrail[])
    for (const { Condition } of statements(nobody)) expect(Condition ?? {}).not.toHaveProperty("ArnNotLike");
});
