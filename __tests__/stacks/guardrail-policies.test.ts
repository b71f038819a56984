import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { blueprintOf, parseConfig } from "../../config";
import { Guardrails } from "../../stacks/guardrails";
import { changed } from "../config/expectations";

const outdir = mkdtempSync(join(tmpdir(), "guardrails-"));
afterAll(() => rmSync(outdir, { recursive: true }));

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

const stack = new Guardrails(
  new App({ outdir }),
  blueprintOf(
    parseConfig(
      changed({
        "guardrails.attach": [
          "deny-root-user",
          "deny-root-access-keys",
          "stay-in-organization",
          "deny-root-sign-in",
        ].map((id) => ({ id, targets: ["root"] })),
        "guardrails.packs": [{ name: "root-users", guardrails: ["deny-root-user", "deny-root-access-keys"] }],
        "guardrails.files": [
          {
            name: "region-guard",
            type: "SERVICE_CONTROL_POLICY",
            policy: "examples/policies/region-guard.json",
            targets: ["Workloads", "root"],
          },
          {
            name: "own-buckets",
            type: "RESOURCE_CONTROL_POLICY",
            policy: {
              Version: "2012-10-17",
              Statement: [
                {
                  Effect: "Deny",
                  Principal: "*",
                  Action: "s3:*",
                  Resource: "arn:aws:s3:::${aws:PrincipalTag/team}-*",
                  Condition: {
                    StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" },
                    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
                  },
                },
              ],
            },
            targets: ["root"],
          },
        ],
      }),
    ),
  ),
);
const { resource, data } = stack.toTerraform() as { readonly resource: Resources; readonly data: Resources };

describe("packs and policies of the team", () => {
  it("have addresses of their own, which no guardrail's id can meet", () => {
    expect(Object.keys(resource.aws_organizations_policy ?? {})).toEqual([
      "packs_root-users",
      "stay-in-organization",
      "deny-root-sign-in",
      "files_region-guard",
      "files_own-buckets",
    ]);
    expect(Object.keys(resource.aws_organizations_policy_attachment ?? {})).toEqual([
      "packs_root-users",
      "stay-in-organization",
      "files_region-guard",
      "deny-root-sign-in",
      "files_own-buckets",
    ]);
  });

  it("are sent minified, with policy variables that Terraform leaves alone", () => {
    const policies = resource.aws_organizations_policy ?? {};
    const guard = policies["files_region-guard"];
    expect(guard).toMatchObject({ name: "org-baseline-region-guard", type: "SERVICE_CONTROL_POLICY" });
    expect(guard?.["content"]).toMatch(/^\{"Version":"2012-10-17","Statement":\[\{"Sid":"DenyOutsideRegions"/);
    const buckets = policies["files_own-buckets"];
    expect(buckets).toMatchObject({ type: "RESOURCE_CONTROL_POLICY" });
    expect(buckets?.["content"]).toContain("$${aws:PrincipalTag/team}");
  });

  it("stand beside a guardrail that is a resource control policy", () => {
    const policy = resource.aws_organizations_policy?.["deny-root-sign-in"];
    expect(policy).toMatchObject({ name: "org-baseline-deny-root-sign-in", type: "RESOURCE_CONTROL_POLICY" });
    expect(JSON.parse(String(policy?.["content"]))).toMatchObject({
      Statement: [
        { Principal: "*", Action: ["signin:Authenticate"] },
        { Principal: "*", Action: ["signin:AuthorizeOAuth2Access", "signin:CreateOAuth2Token"] },
      ],
    });
  });

  it("are counted by type, each against its own quota", () => {
    const counted = data.aws_organizations_policies_for_target ?? {};
    expect(Object.entries(counted).map(([id, { filter }]) => [id, filter])).toEqual([
      ["targets_attached", "SERVICE_CONTROL_POLICY"],
      ["rcp-targets_attached", "RESOURCE_CONTROL_POLICY"],
    ]);
    const text = JSON.stringify(resource.aws_organizations_policy_attachment?.["files_own-buckets"]);
    expect(text).toContain("<= 5");
  });

  it("ask for the policy types that they need", () => {
    const text = JSON.stringify(data.aws_organizations_organization);
    expect(text).toContain("SERVICE_CONTROL_POLICY");
    expect(text).toContain("RESOURCE_CONTROL_POLICY");
  });
});
