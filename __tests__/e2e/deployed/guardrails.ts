import { PROOF_SETTINGS } from "../../../catalogue/guardrail";
import { guardrail } from "../../../catalogue/guardrails";
import { blueprintOf } from "../../../config";
import { existingOrganization } from "../../../emulator/organization-seed";
import { type Call, evaluate, FULL_AWS_ACCESS, type Level, parsePolicy } from "../../../proofs/policy";
import { type Deployed, present } from "./deployed";
import { pathTo } from "./organization-path";

const PREFIX = "org-baseline-";
const ROOT = ["root", "root", "r-exam"] as const;
const OU = "ou-exam-00000000";

const rootOf = (account: string): Call => ({ principal: { type: "root", account }, action: "s3:ListAllMyBuckets" });

/** What the shipped example promises about guardrails, read back from Organizations and judged by our evaluator. */
export function describeGuardrails(of: () => Deployed): void {
  describe("guardrails", () => {
    const facts = () => of().facts.guardrails;
    const ours = () => facts().policies.filter(({ name }) => name.startsWith(PREFIX));
    const policy = (name: string) =>
      present(
        facts().policies.find((one) => one.name === name),
        name,
      );
    const judge = (call: Call, path: readonly Level[]) =>
      evaluate(call, path, { managementAccount: of().baseline.accounts.management.id }).decision;

    test("each is a policy of its own, attached exactly where the configuration says", () =>
      expect(
        Object.fromEntries(
          ours().map(({ name, targets }) => [
            name,
            targets.map((target) => (target.type === "ACCOUNT" ? target.id : target.name)).sort(),
          ]),
        ),
      ).toEqual(
        Object.fromEntries(
          of().baseline.guardrails.attach.map(({ id, targets }) => [`${PREFIX}${id}`, [...targets].sort()]),
        ),
      ));

    test("each holds the statements of the catalogue, with the exemptions of this configuration", () => {
      const settings = blueprintOf(of().baseline).guardrailSettings;
      expect(Object.fromEntries(ours().map(({ name, content }) => [name, content]))).toEqual(
        Object.fromEntries(
          of().baseline.guardrails.attach.map(({ id }) => [
            `${PREFIX}${id}`,
            { Version: "2012-10-17", Statement: guardrail(id).statements(settings) },
          ]),
        ),
      );
    });

    test("the team's own policy is what it was and where it was", () => {
      const [before] = existingOrganization.policies ?? [];
      expect(policy("team-region-guard")).toMatchObject({ content: before?.content, targets: [{ name: "Workloads" }] });
    });

    test("AWS's own policy still allows everywhere", () =>
      expect(policy("FullAWSAccess").targets.map(({ type }) => type)).toContain("ROOT"));

    test("what AWS stores denies what the catalogue says, and permits the rest", () => {
      const wrong = of().baseline.guardrails.attach.flatMap(({ id }) => {
        const name = `${PREFIX}${id}`;
        const document = parsePolicy(policy(name).content, name);
        const path: readonly Level[] = [
          {
            kind: "root",
            id: "r-exam",
            policies: [FULL_AWS_ACCESS, { name, type: "SERVICE_CONTROL_POLICY", document }],
          },
        ];
        // The proof's settings hold a dated exception; the shipped configuration has none.
        const excepted = PROOF_SETTINGS.rootExceptions.map(({ account }) => account);
        const { denies, permits: all } = guardrail(id);
        const permits = all.filter(
          ({ principal }) => !("account" in principal && excepted.includes(principal.account)),
        );
        expect(permits.length).toBeGreaterThan(0);
        return [
          // The proof's settings exempt a role that the shipped configuration knows nothing of.
          ...denies
            .filter(({ resource = "" }) => !resource.includes("AWSControlTowerExecution"))
            .filter((call) => judge(call, path) !== "denied"),
          ...permits.filter((call) => judge(call, path) === "denied"),
        ];
      });
      expect(wrong).toEqual([]);
    });

    test("on the way to a canary account, its root user is stopped and a root session is not", () => {
      const canary = "555555555555";
      const path = pathTo(facts(), [
        ROOT,
        ["ou", "Workloads", OU],
        ["ou", "Workloads/Canary", `${OU}1`],
        ["account", "payments-canary", canary],
      ]);
      expect(judge(rootOf(canary), path)).toBe("denied");
      const session: Call = { principal: { type: "assumed-root", account: canary }, action: "s3:DeleteBucketPolicy" };
      expect(judge({ ...session, context: { "aws:RequestedRegion": "us-east-1" } }, path)).toBe("allowed");
    });

    test("on the way to a production account, the root user still works, but gets no access key", () => {
      const prod = "444444444444";
      const path = pathTo(facts(), [
        ROOT,
        ["ou", "Workloads", OU],
        ["ou", "Workloads/Prod", `${OU}2`],
        ["account", "payments-prod", prod],
      ]);
      const inRegion = { context: { "aws:RequestedRegion": "us-east-1" } };
      expect(judge({ ...rootOf(prod), ...inRegion }, path)).toBe("allowed");
      expect(judge({ ...rootOf(prod), ...inRegion, action: "iam:CreateAccessKey" }, path)).toBe("denied");
    });
  });
}
