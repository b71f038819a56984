import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runIn } from "../../processes/run";
import type { Environment } from "../../processes/search-path";
import { terraformEnvironment } from "../../terraform/environment";
import { usualPlaces, walk } from "../../terraform/mirror-search";
import { chooseInstallation, cliConfigText, type ProviderSources } from "../../terraform/provider-installation";
import { isAcceptedVersion, mirroredVersion, platformName } from "../../terraform/provider-mirror";
import { cliConfigState } from "../../terraform/cli-config";
import { compareVersions, findTerraform, parseVersion, type Tool } from "../../terraform/terraform-binary";

const HOST = "registry.terraform.io";
const root = mkdtempSync(join(tmpdir(), "org-baseline-mirror-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function file(...path: string[]): void {
  const target = join(root, ...path);
  mkdirSync(join(target, ".."), { recursive: true });
  writeFileSync(target, "");
}

describe("the Terraform binary", () => {
  test.each([
    ["Terraform v1.11.4\non linux_amd64", { tool: "Terraform", version: "1.11.4" }],
    ["OpenTofu v1.11.0\non linux_amd64", { tool: "OpenTofu", version: "1.11.0" }],
    ["Python 3.11", undefined],
  ])("reads %j", (stdout, expected) => expect(parseVersion(stdout)).toEqual(expected));

  test("fails on a release that is too old, saying which one it must be", async () => {
    const run = () => Promise.resolve({ code: 0, stdout: "OpenTofu v1.10.9" });
    await expect(findTerraform(run, { TERRAFORM_BINARY_NAME: "tofu" })).rejects.toThrow(
      "tofu must be OpenTofu >= 1.11.0, got 1.10.9",
    );
  });

  test("fails where there is none", async () => {
    const run = () => Promise.resolve({ code: 0, stdout: "" });
    await expect(findTerraform(run, { PATH: "/nowhere" })).rejects.toThrow("neither terraform nor tofu is on PATH");
  });

  test("compares by number, not by letter", () => expect(compareVersions("1.10.0", "1.9.9")).toBeGreaterThan(0));
});

describe("a mirror of the AWS provider", () => {
  beforeAll(() => {
    file("a", HOST, "hashicorp", "aws", "5.100.0", "linux_amd64", "terraform-provider-aws_v5.100.0_x5");
    file("a", HOST, "hashicorp", "aws", "7.1.0", "linux_amd64", "terraform-provider-aws_v7.1.0_x5");
    file("a", HOST, "hashicorp", "aws", "6.1.0", "darwin_arm64", "terraform-provider-aws_v6.1.0_x5");
    file("b", "c", HOST, "hashicorp", "aws", "terraform-provider-aws_6.25.0_linux_amd64.zip");
    file("node_modules", HOST, "hashicorp", "aws", "6.0.0", "linux_amd64", "terraform-provider-aws_v6.0.0_x5");
    file("empty", HOST, "hashicorp", "aws", "6.0.0", "linux_amd64", "README");
  });

  test("unpacked: the newest accepted release for this machine", () =>
    expect(mirroredVersion(join(root, "a"), HOST, "linux_amd64")).toBe("5.100.0"));
  test("packed", () => expect(mirroredVersion(join(root, "b", "c"), HOST, "linux_amd64")).toBe("6.25.0"));
  test("without an executable is none", () =>
    expect(mirroredVersion(join(root, "empty"), HOST, "linux_amd64")).toBeUndefined());

  test("is found by the walk, and not in node_modules", () => {
    const holds = (folder: string): boolean => mirroredVersion(folder, HOST, "linux_amd64") !== undefined;
    expect(walk(root, HOST, holds)).toBe(join(root, "a"));
    expect(walk(join(root, "node_modules", ".."), HOST, (folder) => folder.includes("node_modules"))).toBeUndefined();
  });

  test("the walk gives up in time", () => {
    let clock = 0;
    expect(
      walk(
        root,
        HOST,
        () => true,
        () => (clock += 10_000),
      ),
    ).toBeUndefined();
  });

  test("the implied mirrors of both tools are looked at", () =>
    expect(usualPlaces({ XDG_DATA_HOME: "/data" }, "/home/me")).toEqual(
      expect.arrayContaining(["/data/terraform/plugins", "/data/opentofu/plugins"]),
    ));

  test("the named one comes first", () =>
    expect(usualPlaces({ TF_PLUGIN_MIRROR: "/mirror" }, "/home/me").slice(0, 2)).toEqual([
      "/mirror",
      "/home/me/.terraform.d/plugins",
    ]));

  test.each(["5.99.0", "7.0.0", "6.0.0-beta1"])("%s is not accepted", (version) =>
    expect(isAcceptedVersion(version)).toBe(false),
  );
  test("platform names are Terraform's", () => expect(platformName("win32", "x64")).toBe("windows_amd64"));
});

describe("where the provider comes from", () => {
  const sources: ProviderSources = {
    cliConfig: "none",
    registryReachable: false,
    behindProxy: false,
    mirror: undefined,
  };
  const choose = (changes: Partial<ProviderSources>) => chooseInstallation({ ...sources, ...changes }, "Terraform");

  test("the registry, where it answers", () => expect(choose({ registryReachable: true })).toEqual({ kind: "keep" }));
  test("the user's own configuration, untouched", () =>
    expect(choose({ cliConfig: "installation", mirror: "/m" })).toEqual({ kind: "keep" }));
  test("an empty configuration instead of a missing one", () =>
    expect(choose({ cliConfig: "missing", registryReachable: true })).toEqual({ kind: "empty" }));
  test("the mirror, where nothing else is", () =>
    expect(choose({ mirror: "/m" })).toEqual({ kind: "mirror", path: "/m" }));
  test("Terraform may try through a proxy", () => expect(choose({ behindProxy: true })).toEqual({ kind: "keep" }));
  test("fails naming both ways", () => expect(() => choose({})).toThrow(/registry[^]*TF_PLUGIN_MIRROR/));
  test("fails in the words of the tool that was found", () =>
    expect(() => chooseInstallation(sources, "OpenTofu")).toThrow(
      /https:\/\/registry\.opentofu\.org [^]*registry\.opentofu\.org\/hashicorp\/aws[^]*"tofu providers mirror <folder>"/,
    ));
  test("the mirror's configuration keeps the registry for other providers", () =>
    expect(cliConfigText({ kind: "mirror", path: "/m" }, HOST)).toContain(`exclude = ["${HOST}/hashicorp/aws"]`));
});

describe("the user's own CLI configuration", () => {
  const home = join(root, "home");
  const state = (tool: Tool, env: Environment = {}) => cliConfigState(env, tool, home);
  const INSTALLATION = "provider_installation {}";

  beforeEach(() => mkdirSync(home));
  afterEach(() => rmSync(home, { recursive: true }));

  function config(text: string, ...path: string[]): void {
    file("home", ...path);
    writeFileSync(join(home, ...path), text);
  }

  test("none", () => expect([state("Terraform"), state("OpenTofu")]).toEqual(["none", "none"]));

  test("a named file that does not exist is noticed", () =>
    expect(state("Terraform", { TF_CLI_CONFIG_FILE: join(root, "nothing.rc") })).toBe("missing"));

  test("a named file is read instead of all others", () => {
    config(INSTALLATION, ".terraformrc");
    config("", "own.rc");
    expect(state("Terraform", { TF_CLI_CONFIG_FILE: join(home, "own.rc") })).toBe("plain");
  });

  test(".tofurc is OpenTofu's alone, and comes before .terraformrc", () => {
    config(INSTALLATION, ".tofurc");
    expect([state("Terraform"), state("OpenTofu")]).toEqual(["none", "installation"]);
    config("", ".terraformrc");
    expect([state("Terraform"), state("OpenTofu")]).toEqual(["plain", "installation"]);
  });

  test("OpenTofu reads .terraformrc where there is no .tofurc, and only then what lies in XDG_CONFIG_HOME", () => {
    const env = { XDG_CONFIG_HOME: join(home, "xdg") };
    config(INSTALLATION, "xdg", "opentofu", "tofurc");
    expect([state("Terraform", env), state("OpenTofu", env)]).toEqual(["none", "installation"]);
    config("", ".terraformrc");
    expect(state("OpenTofu", env)).toBe("plain");
  });

  test("files of the configuration folder count too", () => {
    config(INSTALLATION, ".terraform.d", "mirror.tfrc");
    config("not read", ".terraform.d", "credentials.json");
    expect([state("Terraform"), state("OpenTofu")]).toEqual(["installation", "installation"]);
  });
});

const HOSTILE = { TF_CLI_ARGS: "-input=false", TF_LOG: "trace", TF_CLI_ARGS_version: "-no-such-flag" };

test("the version is found whatever the caller has set for Terraform", async () => {
  const folder = mkdtempSync(join(root, "stand-in-"));
  const stand = join(folder, "tofu");
  // Like the real one: settings of the caller end in a usage error or in a log on standard error.
  const script = ['test -z "$TF_CLI_ARGS$TF_CLI_ARGS_version$TF_LOG" || exit 1', "echo OpenTofu v1.11.14"];
  writeFileSync(stand, ["#!/bin/sh", ...script, ""].join("\n"), { mode: 0o755 });
  const env = { PATH: `${folder}:/usr/bin:/bin`, ...HOSTILE };
  await expect(findTerraform(runIn(terraformEnvironment(env)), env)).resolves.toEqual({
    binary: "tofu",
    tool: "OpenTofu",
    version: "1.11.14",
  });
  await expect(findTerraform(runIn(env), env)).rejects.toThrow('"tofu version" failed');
});
