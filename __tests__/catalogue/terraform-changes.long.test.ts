import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SURFACES } from "../../catalogue/attack-surface";
import { actionsOf } from "../../catalogue/attack-surface/actions";
import { actionsOfOperation, RECORDING } from "../../catalogue/pipeline";
import { callsThatMade, TERRAFORM_ACTS } from "../../catalogue/terraform-changes";
import type { Acts } from "../../catalogue/terraform-changes/acts";
import provider from "../provider-6/schema.golden.json";
import { configuration, withChat } from "../support/configuration";
import { CASES } from "../support/examples";
import { synth } from "../support/synth";

const acts: readonly (readonly [string, readonly Acts[]])[] = Object.entries(TERRAFORM_ACTS);
const attributes = provider.types as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const names = (type: string, ...how: readonly ["gone" | "tagged" | "changed", (readonly string[])?]) =>
  callsThatMade(type, ...how).flatMap(({ action, eventNames }) =>
    eventNames.length > 0 ? eventNames : [`? ${action}`],
  );

test.each(CASES)(
  "every type of resource that the stacks of %s make is known, and none besides AWS's",
  (_name, config) => {
    const types = Object.values(synth(config).stacks).flatMap(({ resource = {} }) => Object.keys(resource));
    const unknown = [...new Set(types)].filter((type) => type.startsWith("aws_") && !(type in TERRAFORM_ACTS));
    expect(types.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  },
);

test("every type of resource that a construct can make is known", async () => {
  const folder = join(__dirname, "..", "..", "constructs");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const imports = files.flatMap((file) => [
    ...readFileSync(join(folder, file), "utf8").matchAll(/"(@cdktf\/provider-aws\/lib\/[^"]+)"/g),
  ]);
  const modules = [...new Set(imports.map(([, name = ""]) => name))].filter(
    (name) => !/\/(data-|provider$)/.test(name),
  );
  const types = await Promise.all(
    modules.map(async (name) =>
      Object.values((await import(name)) as Readonly<Record<string, { readonly tfResourceType?: unknown }>>).flatMap(
        ({ tfResourceType }) => (typeof tfResourceType === "string" ? [tfResourceType] : []),
      ),
    ),
  );
  expect(types.length).toBeGreaterThan(30);
  expect(types.flat().filter((type) => !(type in TERRAFORM_ACTS))).toEqual([]);
});

test("no type is known that no stack makes", () => {
  const recording = configuration({ detections: [...configuration().detections, "cis"] });
  const made = [...CASES, ["chat channels", withChat()] as const, ["a record queue", recording] as const].flatMap(
    ([, config]) => Object.values(synth(config).stacks).flatMap(({ resource = {} }) => Object.keys(resource)),
  );
  // Owning the organization is an explicit choice, which no example makes.
  const known = Object.keys(TERRAFORM_ACTS).filter((type) => type !== "aws_organizations_organization");
  expect(known.filter((type) => !made.includes(type))).toEqual([]);
});

test("whatever Terraform itself called in a deploy that changes something is a call of some type", () => {
  const called = Object.values(RECORDING).flatMap(({ apply, destroy }) => [...apply, ...destroy]);
  const changing = [...new Set(called.flatMap(actionsOfOperation))].filter((action) => {
    const [service = "", name] = action.split(":");
    // The register has what writes; sts is how the pipeline gets there, cloudformation is a read of another API.
    return service !== "sts" && actionsOf(service).some((each) => each.name === name && each.level !== "Tagging");
  });
  const known = (action: string) => {
    const [service, name = ""] = action.split(":");
    return acts.some(([, each]) => each.some((one) => one.service === service && one.about.test(name)));
  };
  expect(changing.length).toBeGreaterThan(60);
  // A bucket of a trial account is emptied before it is deleted: what lies in it is no resource.
  expect(changing.filter((action) => !known(action))).toEqual(["s3:DeleteObject", "s3:DeleteObjectVersion"]);
});

test.each(acts)("%s: every pattern finds an action, and every attribute is one of the provider's", (type, each) => {
  for (const { service, about, removes, changes, tagged, ofAttribute = {} } of each) {
    const actions = actionsOf(service).map(({ name }) => name);
    const own = actions.filter((name) => about.test(name));
    expect([SURFACES.some((surface) => surface.service === service), own.length > 0]).toEqual([true, true]);
    for (const pattern of [removes, changes, ...Object.values(ofAttribute)].filter((one) => one !== undefined))
      expect([pattern, pattern.source === "(?!)" || own.some((name) => pattern.test(name))]).toEqual([pattern, true]);
    if (tagged !== undefined) expect(names(type, "tagged")).not.toEqual([]);
    expect(Object.keys(ofAttribute).filter((name) => !(name in (attributes[type] ?? ofAttribute)))).toEqual([]);
  }
  expect([...names(type, "gone"), ...names(type, "changed")]).not.toEqual([]);
});

test.each<readonly [string, Parameters<typeof names>, readonly string[]]>([
  [
    "a policy is detached alone, or with all of its type",
    ["aws_organizations_policy_attachment", "gone"],
    ["DetachPolicy", "DisablePolicyType"],
  ],
  ["a subscription goes with its topic", ["aws_sns_topic_subscription", "gone"], ["Unsubscribe", "DeleteTopic"]],
  ["a filter is put again", ["aws_cloudwatch_log_metric_filter", "changed"], ["PutMetricFilter"]],
  ["a rotation is no policy", ["aws_kms_key", "changed", ["policy"]], ["PutKeyPolicy"]],
  ["tags are set by what sets tags", ["aws_cloudtrail", "tagged"], ["AddTags", "RemoveTags"]],
  [
    "a record has another name than its action",
    ["aws_s3_bucket_lifecycle_configuration", "changed"],
    ["PutBucketLifecycle"],
  ],
  [
    "a removal has another record than the change",
    ["aws_s3_bucket_public_access_block", "gone"],
    ["DeleteBucketPublicAccessBlock", "DeleteBucket"],
  ],
  [
    "a record whose name nobody wrote down has none",
    ["aws_s3_bucket_ownership_controls", "gone"],
    ["? s3:PutBucketOwnershipControls", "DeleteBucket"],
  ],
  ["nobody knows a call", ["aws_s3_bucket", "changed", ["object_lock_enabled"]], []],
  ["a type of another hand", ["aws_instance", "gone"], []],
  ["a type that every object has", ["toString", "gone"], []],
])("%s", (_name, asked, expected) => expect(names(...asked)).toEqual(expected));
