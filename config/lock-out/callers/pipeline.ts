import { TERRAFORM_WRITES } from "../../../catalogue/aws/terraform-writes";
import type { Member } from "../../blueprint/accounts";
import type { Blueprint } from "../../blueprint";
import { belonging, made, type MustPass } from "../call";
import { memberResources, type MemberResources } from "./member-resources";
import { principalOf } from "../principal-of";

/** Calls on no specific resource (Service Authorization Reference: they have no resource type). */
const ON_NOTHING = new Set(["kms:CreateKey", "kms:ListAliases", "guardduty:CreateDetector"]);

const LOSS = "no deploy can change or repair it";

/** What the role passes on and makes, besides the resources themselves. */
function beside(blueprint: Blueprint, { account, region, resource, types }: MemberResources) {
  const { arns, names } = blueprint;
  if (types.includes("aws_cloudwatch_event_target"))
    return [
      {
        action: "iam:PassRole",
        resource: arns.role(account, names.findingForwardRole),
        region,
        context: { "iam:PassedToService": "events.amazonaws.com", "iam:AssociatedResourceArn": resource },
      },
    ];
  return [];
}

const writes = (blueprint: Blueprint, of: MemberResources) => [
  ...[...new Set(of.types.flatMap((type): readonly string[] => TERRAFORM_WRITES[type]))].map((action) => ({
    action,
    resource: ON_NOTHING.has(action) ? undefined : of.resource,
    region: of.region,
    context: ON_NOTHING.has(action) ? {} : (of.context ?? {}),
  })),
  ...beside(blueprint, of),
];

/** The pipeline becomes the member's role: a call of the management account on a role that policies there may guard. */
function entry(blueprint: Blueprint, { id, deployRole }: Member): MustPass {
  const { accounts, arns } = blueprint;
  return made(blueprint, {
    who: `the pipeline into ${id}`,
    loss: "no deploy reaches that account",
    principal: { type: "role", account: accounts.management.id, name: "Pipeline", ...belonging(blueprint) },
    action: "sts:AssumeRole",
    resource: arns.role(id, deployRole),
    owner: id,
    account: id,
    signIn: "session of a role",
  });
}

/** The pipeline's role in a member account makes, reads and changes what the baseline keeps there. */
export function pipeline(blueprint: Blueprint): readonly MustPass[] {
  const { accounts, arns } = blueprint;
  const resources = memberResources(blueprint);
  return accounts.members.flatMap((member) => {
    const { id, deployRole } = member;
    const principal = principalOf(arns.role(id, deployRole));
    if (principal === undefined) return [];
    const calls = resources.filter(({ account }) => account === id).flatMap((of) => writes(blueprint, of));
    return [
      ...calls.map((call) =>
        made(blueprint, {
          who: `the pipeline's role ${deployRole} in ${id}`,
          loss: LOSS,
          principal: { ...principal, ...belonging(blueprint) },
          owner: id,
          account: id,
          signIn: "session of a role",
          ...call,
        }),
      ),
      entry(blueprint, member),
    ];
  });
}
