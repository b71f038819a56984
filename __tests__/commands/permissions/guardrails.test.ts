import { blueprintOf, parseConfig } from "../../../config";
import { evaluate, FULL_AWS_ACCESS } from "../../../proofs/policy";
import { configuration } from "../../support/configuration";
import { rolesFor } from "./roles";

const { accounts } = configuration();
const APPLY = { deployRole: "org-baseline-apply" };
/** The shipped configuration with the fields that the command says to set. */
const config = configuration({
  accounts: {
    ...accounts,
    security: { ...accounts.security, ...APPLY },
    logArchive: { id: "333333333333", ...APPLY },
  },
});
const blueprint = blueprintOf(parseConfig(config));
const guardrails = blueprint.policies.map(({ id, document }) => ({
  name: id,
  type: "SERVICE_CONTROL_POLICY" as const,
  document,
}));

test.each(rolesFor(config).filter(({ account }) => account !== "management"))(
  "no guardrail holds back $name in $accountId",
  ({ name, accountId, policies }) => {
    expect(guardrails.length).toBeGreaterThan(5);
    const asked = policies.flatMap(({ Statement }) =>
      Statement.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action, Resource }) =>
        Action.flatMap((action) => Resource.map((resource) => ({ action, resource }))),
      ),
    );
    const heldBack = asked.filter(({ action, resource }) => {
      const call = {
        principal: { type: "role", account: accountId, name, organization: "o-exampleorgid" },
        action,
        ...(resource === "*" ? {} : { resource: resource.replace(":*:", ":us-east-1:").replaceAll("*", "any") }),
        resourceAccount: accountId,
        context: { "aws:RequestedRegion": "us-east-1" },
      } as const;
      const root = { kind: "root", id: "r-ab12", policies: [FULL_AWS_ACCESS, ...guardrails] } as const;
      return (
        evaluate(call, [root, { kind: "account", id: accountId, policies: [FULL_AWS_ACCESS] }]).decision !== "allowed"
      );
    });
    expect(heldBack).toEqual([]);
    expect(asked.length).toBeGreaterThan(20);
  },
);
