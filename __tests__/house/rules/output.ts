import { PROVIDER_VERSIONS } from "../../../catalogue/aws/provider-versions";
import { homedir, tmpdir } from "node:os";
import { resolve, sep } from "node:path";
import { CASES, CONFIGURATIONS, inForm } from "../../support/examples";
import { stackOf, synth } from "../../support/synth";
import { elementsOf, resourcesOf, textsIn } from "../../support/terraform";

const STACKS = ["alarms", "audit-trail", "guardrails", "root-access", "threat-detection"];

describe.each(CASES)("output of %s", (_name, config) => {
  const { stacks, files, baseline } = synth(config);

  test("is one cdk.tf.json for each stack, and the manifest", () => {
    expect(Object.keys(files).sort()).toEqual(["manifest.json", ...STACKS.map((name) => `stacks/${name}/cdk.tf.json`)]);
    expect(
      Object.keys(files)
        .map(stackOf)
        .filter((name) => name !== undefined)
        .sort(),
    ).toEqual(STACKS);
  });

  test("names no folder of this machine", () => {
    const folders = [resolve(__dirname, "../../.."), homedir(), tmpdir()].map((folder) => folder + sep);
    expect(Object.entries(files).filter(([, text]) => folders.some((folder) => text.includes(folder)))).toEqual([]);
  });

  test("reads no other stack's state and hands over nothing in secret", () => {
    for (const stack of Object.values(stacks)) {
      expect(elementsOf(stack).filter(({ type }) => type === "terraform_remote_state")).toEqual([]);
      for (const [name, output] of Object.entries(stack.output ?? {}))
        expect([name, Object.keys(output).filter((key) => key !== "description")]).toEqual([name, ["value"]]);
    }
  });

  test("requires the configured Terraform and one AWS provider", () => {
    for (const { terraform } of Object.values(stacks)) {
      expect(terraform["required_version"]).toBe(baseline.terraform.requiredVersion);
      expect(terraform["required_providers"]).toEqual({
        aws: { source: "hashicorp/aws", version: PROVIDER_VERSIONS[baseline.terraform.awsProvider] },
      });
    }
  });

  test("has every address in one stack only, as adopt and release name no stack", () => {
    const addresses = Object.values(stacks).flatMap((stack) => resourcesOf(stack).map(({ address }) => address));
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  test("holds nothing of the custody record", () => {
    const { custody } = baseline;
    const holders = [
      ...custody.mfaDevices.map(({ holder }) => holder),
      ...custody.password,
      ...custody.mailboxAndPhone,
    ];
    const text = textsIn(stacks).map((entry) => entry.text);
    expect(holders.filter((holder) => text.some((one) => one.includes(holder)))).toEqual([]);
  });
});

test.each(CONFIGURATIONS)("the portable form of %s never sets the region of a resource", (_name, config) => {
  const elements = Object.values(synth(inForm(config, "portable")).stacks).flatMap(elementsOf);
  expect(elements.filter(({ body }) => "region" in body).map(({ address }) => address)).toEqual([]);
});
