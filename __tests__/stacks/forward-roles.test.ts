import { admits } from "../support/judge";
import { configuration, inChina } from "../support/configuration";
import { synth } from "../support/synth";
import { accountOf, at, ofType, providerOf, regionOf, resourcesOf, type Terraform } from "../support/terraform";

/** A rule, the role with which its target is called, and where the rule is. */
interface Forward {
  readonly rule: string;
  readonly role: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** Every rule that forwards with a role, from the targets of a stack. */
function forwardsIn(stack: Terraform, partition: string): readonly Forward[] {
  return resourcesOf(stack)
    .filter(({ type, body }) => type === "aws_cloudwatch_event_target" && body["role_arn"] !== undefined)
    .map(({ body }) => {
      const rule = /aws_cloudwatch_event_rule\.([^.}]+)/.exec(String(body["rule"]))?.[1] ?? "";
      return {
        rule: String(at(stack, `aws_cloudwatch_event_rule.${rule}`)["name"]),
        role: String(body["role_arn"]),
        account: String(accountOf(stack, { body })),
        region: String(regionOf(stack, { body })),
        partition,
      };
    });
}

const arnOf = ({ partition, region, account, rule }: Forward): string =>
  `arn:${partition}:events:${region}:${account}:rule/${rule}`;

/** The trusts of the roles that forward, by the account of the role. */
function trustsIn(stacks: readonly Terraform[]): ReadonlyMap<string, unknown> {
  const roles = stacks.flatMap((stack) =>
    Object.values(ofType(stack, "aws_iam_role"))
      .filter(({ name }) => String(name).includes("-forward-"))
      .map(
        (body) => [String(providerOf(stack, { body })?.allowed_account_ids[0]), body["assume_role_policy"]] as const,
      ),
  );
  return new Map(roles);
}

describe.each([
  ["two Regions", configuration(), "aws"],
  ["a home outside the global Region", configuration({ homeRegion: "eu-west-1", regions: ["eu-west-1"] }), "aws"],
  ["every Region", configuration({ regions: "default-enabled" }), "aws"],
  ["China", inChina(), "aws-cn"],
])("%s", (_title, config, partition) => {
  const stacks = Object.values(synth(config).stacks);
  const forwards = stacks.flatMap((stack) => forwardsIn(stack, partition));
  const trusts = trustsIn(stacks);
  const may = (forward: Forward, source: Readonly<Record<string, string>>): boolean =>
    admits(trusts.get(forward.account), "events.amazonaws.com", {
      resourceAccount: forward.account,
      context: source,
    });

  test("every rule that forwards may assume its role", () => {
    expect(new Set(forwards.map(({ account }) => account)).size).toBe(2);
    for (const forward of forwards) {
      expect(forward.role).toMatch(forward.account === "111111111111" ? /forward-events/ : /forward-findings/);
      const source = { "aws:SourceArn": arnOf(forward), "aws:SourceAccount": forward.account };
      expect([forward, may(forward, source)]).toEqual([forward, true]);
    }
  });

  test("no other source may: a rule of another account, of another name, a bus, or one that is not told", () => {
    for (const forward of forwards.slice(0, 3).concat(forwards.slice(-3))) {
      const { account } = forward;
      const other = { ...forward, account: "444444444444" };
      const foreign: readonly Readonly<Record<string, string>>[] = [
        { "aws:SourceArn": arnOf(other), "aws:SourceAccount": other.account },
        { "aws:SourceArn": arnOf(other), "aws:SourceAccount": account },
        { "aws:SourceArn": arnOf(forward), "aws:SourceAccount": other.account },
        { "aws:SourceArn": arnOf({ ...forward, rule: "orders" }), "aws:SourceAccount": account },
        { "aws:SourceArn": arnOf({ ...forward, rule: `orders/${forward.rule}` }), "aws:SourceAccount": account },
        { "aws:SourceArn": arnOf(forward) },
        { "aws:SourceAccount": account },
      ];
      for (const source of foreign) expect([source, may(forward, source)]).toEqual([source, false]);
    }
  });

  test("the trust fits into a role, however many Regions there are", () => {
    for (const trust of trusts.values()) expect(String(trust).length).toBeLessThan(2_048);
  });
});
