import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { permissions } from "../../../commands/permissions";

const GITHUB = [
  ...["--platform", "github", "--repository", "octo-org@1/octo-repo@2", "--environment", "production"],
  ...["--workflow", ".github/workflows/apply.yml"],
];

interface Bootstrap {
  readonly provider: {
    readonly aws: readonly { readonly alias: string; readonly allowed_account_ids: readonly string[] }[];
  };
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "permissions-"));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

async function run(...args: readonly string[]): Promise<string> {
  const log = jest.spyOn(console, "log").mockImplementation(() => undefined);
  await permissions.run(args);
  return log.mock.calls.flat().join("\n");
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));

test("--json holds every document, and the fields to set", async () => {
  const printed = JSON.parse(await run("--json")) as { roles: readonly object[]; configuration: readonly string[] };
  expect(printed.roles).toHaveLength(6);
  expect(printed.configuration).toContain('accounts.security.deployRole: "org-baseline-apply"');
});

test("--out writes each document beside the stack that uses it, and a later run replaces them", async () => {
  const out = join(folder, "roles");
  await run(...GITHUB, "--out", out, "--bootstrap");
  const bootstrap = read("roles/bootstrap.tf.json") as Bootstrap;
  const named = [...JSON.stringify(bootstrap).matchAll(/path\.module\}\/([\w.-]+\.json)/g)].map(([, file]) => file);
  expect(named.length).toBeGreaterThan(10);
  for (const file of named) expect(existsSync(join(out, file ?? ""))).toBe(true);
  expect(bootstrap.provider.aws.map(({ alias, allowed_account_ids: [id] }) => [alias, id])).toEqual([
    ["management", "111111111111"],
    ["security", "222222222222"],
    ["log_archive", "333333333333"],
  ]);
  expect(bootstrap.resource["aws_iam_openid_connect_provider"]).toMatchObject({
    pipeline: { url: "https://token.actions.githubusercontent.com", client_id_list: ["sts.amazonaws.com"] },
  });

  await run("--role", "evidence", "--out", out);
  expect(readdirSync(out).filter((file) => /bootstrap|apply/.test(file))).toEqual([]);
  expect(readdirSync(folder)).toEqual(["roles"]);
});

test("a provider that is in the account already is left alone", async () => {
  await run(...GITHUB, "--out", join(folder, "roles"), "--bootstrap", "--existing-provider");
  expect((read("roles/bootstrap.tf.json") as Bootstrap).resource).not.toHaveProperty("aws_iam_openid_connect_provider");
});

describe("is refused, and nothing is lost", () => {
  test("a folder of something else", async () => {
    writeFileSync(join(folder, "notes.txt"), "mine");
    await expect(run("--out", folder)).rejects.toThrow(
      "--out must be a new folder, an empty one or one of an earlier run",
    );
    expect(readdirSync(folder)).toEqual(["notes.txt"]);
  });

  test("a folder in which Terraform keeps state", async () => {
    mkdirSync(join(folder, "roles"));
    writeFileSync(join(folder, "roles", "roles.json"), "[]");
    writeFileSync(join(folder, "roles", "terraform.tfstate"), "{}");
    await expect(run("--out", join(folder, "roles"))).rejects.toThrow("--out must be another folder");
    expect(existsSync(join(folder, "roles", "terraform.tfstate"))).toBe(true);
  });

  test.each<readonly [readonly string[], string]>([
    [["--bootstrap"], "--bootstrap must stand with --out"],
    [["--bootstrap", "--out", "x"], "--bootstrap must stand with --platform"],
    [["--existing-provider"], "--existing-provider must stand with --bootstrap"],
    [["--repository", "a/b"], "--repository must stand with --platform"],
    [["--workflow", "a.yml"], "--workflow must stand with --platform"],
    [["--state-bucket", "team-state"], "--state-bucket must stand with a backend of type s3"],
    [["--branch", "release/*"], "--branch must be the name of one branch"],
    [["--platform", "jenkins"], "--platform must be one of github, gitlab, bitbucket, codebuild"],
    [["--role", "admin"], "--role must be plan, apply, evidence"],
  ])("%j", async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
    expect(existsSync("x")).toBe(false);
  });
});
