import type { BaselineConfig } from "../../config";
import { configuration, withoutLogArchive } from "../support/configuration";
import { inForm } from "../support/examples";
import { stack, synth } from "../support/synth";
import { at, ofType } from "../support/terraform";

const LOG_GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";
const FEATURE = "aws_guardduty_detector_feature.us-east-1_security_S3_DATA_EVENTS";
const NEXT_FEATURE = "aws_guardduty_detector_feature.us-east-1_security_EKS_AUDIT_LOGS";

const adopting = (adopt: Readonly<Record<string, string>>) => configuration({ adopt });
const releasing = (...release: string[]) => configuration({ release });

describe("adopt", () => {
  test("writes an import block in the stack that has the address, and nothing in the others", () => {
    const config = adopting({ [LOG_GROUP]: "org-baseline-trail" });
    const block = { to: LOG_GROUP, id: "org-baseline-trail" };
    for (const [name, terraform] of Object.entries(synth(config).stacks))
      // The guardrails import what is attached already, whatever is adopted.
      expect([name, terraform.import]).toEqual([
        name,
        name === "audit-trail" ? [block] : stack(configuration(), name).import,
      ]);
    expect(at(stack(config, "audit-trail"), LOG_GROUP)).toEqual(at(stack(configuration(), "audit-trail"), LOG_GROUP));
  });

  test("in the form for provider 6 the import id names the Region, once, and only where the resource has one", () => {
    const imported = (adopt: Readonly<Record<string, string>>, name: string) =>
      stack(inForm(adopting(adopt), "6"), name).import;
    const far = "aws_guardduty_detector_feature.eu-west-1_security_S3_DATA_EVENTS";
    const role = "aws_iam_role.break-glass-audit_role";
    expect(imported({ [LOG_GROUP]: "org-baseline-trail" }, "audit-trail")).toEqual([
      { to: LOG_GROUP, id: "org-baseline-trail@us-east-1" },
    ]);
    expect(imported({ [far]: "12ab/S3_DATA_EVENTS" }, "threat-detection")).toEqual([
      { to: far, id: "12ab/S3_DATA_EVENTS@eu-west-1" },
    ]);
    expect(imported({ [far]: "12ab/S3_DATA_EVENTS@eu-west-1" }, "threat-detection")).toEqual([
      { to: far, id: "12ab/S3_DATA_EVENTS@eu-west-1" },
    ]);
    expect(imported({ [role]: "org-baseline-break-glass-audit" }, "root-access")).toEqual([
      { to: role, id: "org-baseline-break-glass-audit" },
    ]);
  });

  test("an address that the configuration does not produce is refused with its import id", () => {
    const refused = () => synth(adopting({ "aws_s3_bucket.mine": "bucket", [LOG_GROUP]: "org-baseline-trail" }));
    expect(refused).toThrow(
      new Error(
        [
          "the configuration has 1 problem:",
          '  adopt["aws_s3_bucket.mine"] must be an address that this configuration produces (a plan prints them), got "bucket"',
        ].join("\n"),
      ),
    );
  });
});

describe("one of several", () => {
  const ATTACHMENT = "aws_organizations_policy_attachment.deny-root-user";

  test("is adopted with its key, and not imported a second time", () => {
    const imports = JSON.stringify(
      stack(adopting({ [`${ATTACHMENT}["ou-exam-11111111"]`]: "ou-exam-11111111:p-11111111" }), "guardrails").import,
    );
    expect(imports).toContain('"to":"aws_organizations_policy_attachment.deny-root-user[\\"ou-exam-11111111\\"]"');
    expect(imports).toContain('!contains([\\"ou-exam-11111111\\"], id)');
  });

  test("is refused without its key, and under its former address", () => {
    expect(() => synth(adopting({ [ATTACHMENT]: "x" }))).toThrow(
      `name one of several by its key, as ${ATTACHMENT}["<key>"]`,
    );
    expect(() => synth(adopting({ [`${ATTACHMENT}_Workloads_Canary`]: "x" }))).toThrow(
      `be left out: an attachment that exists is imported by itself, at ${ATTACHMENT}["<id of the target>"]`,
    );
    expect(() => synth(releasing(`${ATTACHMENT}_Workloads_Canary`))).toThrow(
      `must be ${ATTACHMENT}, which is released`,
    );
  });
});

describe("release", () => {
  const removed = (config: BaselineConfig, name: string) => stack(config, name).removed;
  const block = (from: string) => ({ from, lifecycle: { destroy: false } });

  test("takes the resource out and leaves a removed block that destroys nothing", () => {
    const config = releasing(FEATURE);
    expect(removed(config, "threat-detection")).toEqual([block(FEATURE)]);
    expect(ofType(stack(config, "threat-detection"), "aws_guardduty_detector_feature")).not.toHaveProperty(
      FEATURE.split(".")[1] ?? "",
    );
  });

  test("nothing waits any more for what is released", () => {
    const dependencies = (config: BaselineConfig) => at(stack(config, "threat-detection"), NEXT_FEATURE)["depends_on"];
    expect(dependencies(configuration())).toEqual([FEATURE]);
    expect(dependencies(releasing(FEATURE))).toBeUndefined();
  });

  test("an address of another stack is released there only", () => {
    const config = releasing(FEATURE);
    for (const [name, terraform] of Object.entries(synth(config).stacks))
      expect([name, terraform.removed]).toEqual([
        name,
        name === "threat-detection" ? [block(FEATURE)] : stack(configuration(), name).removed,
      ]);
  });

  test("an address that the configuration no longer produces is released wherever it was: from create to use", () => {
    const used = {
      ...withoutLogArchive({ release: releasing(LOG_GROUP).release ?? [] }),
      auditTrail: { mode: "use", trailName: "theirs", logGroupName: "theirs" },
    } as const;
    expect(removed(used, "audit-trail")).toEqual([block(LOG_GROUP)]);
  });

  test("outputs go with what they describe", () => {
    const features = "aws_iam_organizations_features.root-features";
    expect(stack(configuration(), "root-access").output).toHaveProperty("root_features");
    const released = stack(releasing(features), "root-access");
    expect(released.output).not.toHaveProperty("root_features");
    expect(released.output).toHaveProperty("break_glass_role_arns");
  });

  test("the cdktf CLI, which looks for every output that it is told of, is told of those alone", () => {
    const config = releasing("aws_iam_organizations_features.root-features");
    const raw = JSON.parse(synth(config).files["stacks/root-access/cdk.tf.json"] ?? "{}") as {
      readonly "//": { readonly outputs: unknown };
    };
    expect(raw["//"].outputs).toEqual({ "root-access": { break_glass_role_arns: "break_glass_role_arns" } });
  });

  test("what is still read cannot be released alone, and the reader is named", () => {
    expect(() => synth(releasing("aws_kms_key.alert-encryption_key"))).toThrow(
      'release[0] must be released together with aws_kms_alias.alert-encryption_alias, which reads it, got "aws_kms_key.alert-encryption_key"',
    );
  });

  test("what reads it may be released with it", () => {
    const addresses = [
      "aws_sns_topic_policy.high_policy",
      "aws_sns_topic_subscription.high_email-security-example-com",
    ];
    expect(removed(releasing(...addresses), "alarms")).toEqual(addresses.map(block));
  });
});
