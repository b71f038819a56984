import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedByPlans } from "../../../commands/review/plans";
import { reviewed } from "../../../review";
import { writePlanFolder } from "../../../terraform/plan-folder";
import { contents } from "../../terraform/plan-folder/contents";

const root = mkdtempSync(join(tmpdir(), "review-read-"));
afterAll(() => rmSync(root, { recursive: true }));

/** What is found of one plan, in a line each; with a base, where one is given. */
function found(plan: object, base?: object, synthesized: object = {}): readonly string[] {
  const folder = join(mkdtempSync(join(root, "case-")), "plans");
  const [stack] = contents().stacks;
  if (stack === undefined) throw new Error("no stack");
  const json = JSON.stringify({ format_version: "1.2", ...plan });
  const sides = base === undefined ? {} : { base: new Map([[stack.name, JSON.stringify(base)]]) };
  const stacks = [{ ...stack, json, synthesized: JSON.stringify(synthesized) }];
  writePlanFolder(folder, contents({ ...sides, stacks }));
  const { json: review } = reviewed(changedByPlans(folder), { title: "Review", risks: [], today: new Date() });
  return review.findings.map(({ rule, severity, place, words }) => `${rule} (${severity}) ${place}: ${words}`);
}

const data = (type: string, expressions: object = {}, mode = "data") => ({
  configuration: { root_module: { resources: [{ mode, type, name: "x", expressions }] } },
});

test.each([
  ["calls a function", data("aws_lambda_invocation"), "data.aws_lambda_invocation.x"],
  ["calls any address", data("http"), "data.http.x"],
  ["runs a program", data("external"), "data.external.x"],
  ["reads a secret", data("aws_secretsmanager_secret_version"), "data.aws_secretsmanager_secret_version.x"],
  ["holds what no plan keeps", data("aws_ssm_parameter", {}, "ephemeral"), "ephemeral.aws_ssm_parameter.x"],
  [
    "reads anything by Cloud Control",
    data("aws_cloudcontrolapi_resource", { type_name: { constant_value: "AWS::SecretsManager::Secret" } }),
    "data.aws_cloudcontrolapi_resource.x",
  ],
  [
    "calls a function in a module",
    { configuration: { root_module: { module_calls: { inner: { module: data("http").configuration.root_module } } } } },
    "module.inner.data.http.x",
  ],
])("a data source of a plan that %s is found", (_name, plan, address) =>
  expect(found(plan)).toEqual([
    expect.stringMatching(
      new RegExp(`^pipeline-code \\(high\\) [\\w-]+: ${address.replaceAll(".", "\\.")}: .* is read by every plan`),
    ),
  ]),
);

test.each([
  ["looks at the organization", data("aws_organizations_organization")],
  ["looks at who calls", data("aws_caller_identity")],
  [
    "looks at a trail",
    data("aws_cloudcontrolapi_resource", { type_name: { constant_value: "AWS::CloudTrail::Trail" } }),
  ],
])("a data source of a plan that %s is harmless", (_name, plan) => expect(found(plan)).toEqual([]));

test("with a base, what comes is found, and what was there as it is, is not", () => {
  const http = (url: string) => ({ data: { http: { x: { url } } } });
  const [was, is] = [http("https://a.example.com"), http("https://b.example.com")];
  expect(found(data("http"), was, was)).toEqual([]);
  expect(found(data("http"), {}, was)).toEqual([expect.stringMatching(/^pipeline-code \(high\) /)]);
  expect(found(data("http"), was, is)).toEqual([expect.stringMatching(/^pipeline-code \(high\) /)]);
  expect(found({}, was, {})).toEqual([]);
});

const check = (status: string, message = "an address must be confirmed") => ({
  checks: [{ address: { kind: "check", to_display: "check.c" }, status, instances: [{ problems: [{ message }] }] }],
});

test("a check that does not hold is told of; one that holds, or is not known yet, is not", () => {
  expect(found(check("fail"))).toEqual([
    expect.stringMatching(
      /^plan-guard \(low\) .*: check\.c: `check\.c` does not hold in this plan: an address must be/,
    ),
  ]);
  expect(found(check("error"))).toEqual([expect.stringMatching(/could not be asked in this plan/)]);
  expect(found(check("pass"))).toEqual([]);
  expect(found(check("unknown"))).toEqual([]);
});
