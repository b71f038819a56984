import { DataAwsOrganizationsPoliciesForTarget } from "@cdktf/provider-aws/lib/data-aws-organizations-policies-for-target";
import { DataAwsOrganizationsPolicy } from "@cdktf/provider-aws/lib/data-aws-organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import { type TerraformDataSource, TerraformLocal, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { GlobalPlace } from "../../place";
import { literal, quoted } from "../../policy-json";
import { exchangeWarnings, spelledTwice } from "./exchange-warnings";
import { roomAtTheEnd, roomOnTheWay } from "./target-room";

/** A policy that is attached. */
export interface GuardedPolicy {
  /** Address of its attachments, permanent. Their keys are the ids of the targets. */
  readonly address: string;
  /** Name in AWS. */
  readonly name: string;
  /** Name in AWS until the deploy that renames it. @default - it is not renamed */
  readonly previousName?: string;
  readonly policyId: string;
  /** Targets as the configuration spells them. */
  readonly targets: readonly string[];
  /** Ids of targets whose attachment something else imports: Terraform refuses two imports of one thing. */
  readonly importedElsewhere: readonly string[];
}

export interface GuardedTargetsProps {
  readonly place: GlobalPlace;
  /** Type of the policies: AWS counts each type by itself. */
  readonly type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
  readonly policies: readonly GuardedPolicy[];
  /** Spelling of a target -> its id in AWS, as a Terraform expression. */
  readonly ids: ReadonlyMap<string, string>;
  /** Spellings that are the id of a unit. */
  readonly unitIds: ReadonlySet<string>;
  /** What the name of each policy of the baseline begins with: whatever else is attached belongs to others. */
  readonly prefix: string;
  /** How many policies AWS lets be attached to one target. */
  readonly quota: number;
}

/** An `import` block for every attachment that is live and wanted. Terraform skips those that are in its state. */
export type AttachmentImport = Readonly<Record<"for_each" | "to" | "id", string>>;

const EACH_VALUE = "${each.value}";

/** A data source that is asked for each of a set, as an expression. */
function dataOf(data: TerraformDataSource, forEach: string): string {
  data.addOverride("for_each", `\${${forEach}}`);
  return `data.${data.terraformResourceType}.${data.friendlyUniqueId}`;
}

/** An id that was given instead of looked up is the one that the target has. Asked again before anything is attached. */
const leadsThere = (spelled: string, found: string) => ({
  condition: `\${length([for text, id in ${spelled} : text if id == each.value && id != ${found}[text]]) == 0}`,
  errorMessage: `target_ids must hold the ids of the targets, got \${each.value} for \${join(" and ", [for text, id in ${spelled} : format("%s (%s)", text, ${found}[text]) if id == each.value])}`,
});

/**
 * Roots, units and accounts with the policies of one type attached to them. What a target is, its id, is the key of an
 * attachment: neither how it is spelled nor where it stands in a list is part of an address. A plan is refused where a
 * target has no room, and warns where one policy goes and another comes.
 */
export class GuardedTargets extends Construct {
  readonly imports: readonly AttachmentImport[];

  constructor(scope: Construct, id: string, props: GuardedTargetsProps) {
    super(scope, id);
    const { place, type, policies, ids, unitIds, prefix, quota } = props;
    const local = (name: string, expression: unknown): string =>
      `local.${new TerraformLocal(this, name, expression).friendlyUniqueId}`;

    const texts = [...new Set(policies.flatMap(({ targets }) => targets))];
    const found = local("found", Object.fromEntries(texts.map((text) => [literal(text), ids.get(text) ?? text])));
    // Nothing here: a module has a variable in its place, for plans in which nothing can be looked up yet.
    const given = local("given", {});
    const isLookedUp = `length(${given}) == 0`;
    const spelled = local("spelled", `\${{for text, id in ${found} : text => try(${given}[text], id)}}`);
    const listed = local(
      "listed",
      Object.fromEntries(policies.map(({ name, targets }) => [name, targets.map(literal)])),
    );
    // What two spellings of one target lead to is one key.
    const wanted = local(
      "wanted",
      `\${{for name, texts in ${listed} : name => toset([for text in texts : ${spelled}[text]])}}`,
    );

    const attached = dataOf(
      new DataAwsOrganizationsPoliciesForTarget(this, "attached", {
        ...place,
        targetId: EACH_VALUE,
        filter: type,
        lifecycle: { precondition: [leadsThere(spelled, found)] },
      }),
      `toset(values(${spelled}))`,
    );
    const known = dataOf(
      new DataAwsOrganizationsPolicy(this, "known", { ...place, policyId: EACH_VALUE }),
      `toset(flatten([for found in ${attached} : found.ids if ${isLookedUp}]))`,
    );

    const renamed = JSON.stringify(
      Object.fromEntries(
        policies.flatMap(({ name, previousName }) => (previousName === undefined ? [] : [[previousName, name]])),
      ),
    );
    const byTarget = (names: string, where = "") =>
      `\${{for id, found in ${attached} : id => [for name in ${names} : name${where === "" ? "" : ` if ${where}`}]}}`;
    const names = `[for policy in found.ids : lookup(${renamed}, ${known}[policy].name, ${known}[policy].name) if ${isLookedUp}]`;
    const current = `sort(${names})`;
    const live = local("live", byTarget(current));
    const planned = local("planned", byTarget(`keys(${wanted})`, `contains(${wanted}[name], id)`));
    const isOurs = `startswith(name, ${quoted(prefix)})`;
    const counted = {
      ...{ spelled, live, planned, prefix, quota, type },
      foreign: local("foreign", byTarget(`${live}[id]`, `!${isOurs}`)),
      leaving: local("leaving", byTarget(`${live}[id]`, `${isOurs} && !contains(${planned}[id], name)`)),
      arriving: local("arriving", byTarget(`${planned}[id]`, `!contains(${live}[id], name)`)),
    };

    for (const { address, name, policyId } of policies) {
      const attachment = new OrganizationsPolicyAttachment(this, address, {
        ...place,
        policyId,
        targetId: "${each.key}",
        lifecycle: {
          // A policy that is made anew is attached before the old one goes; where it cannot be made, nothing goes.
          createBeforeDestroy: true,
          precondition: [roomAtTheEnd(name, counted), roomOnTheWay(name, counted)],
        },
      });
      // As the policy is called; it is a resource of another type.
      attachment.overrideLogicalId(address);
      attachment.addOverride("for_each", `\${${wanted}[${quoted(name)}]}`);
    }

    const assertions = [...spelledTwice(policies, { spelled, listed, unitIds }), ...exchangeWarnings(counted)];
    TerraformStack.of(this).addOverride(`check.${id}.assert`, assertions);

    this.imports = policies.map(({ address, name, importedElsewhere }) => {
      const ours = `[for policy in found.ids : policy if ${known}[policy].name == ${quoted(name)}]`;
      const isWanted = `contains(${planned}[id], ${quoted(name)}) && !contains(${JSON.stringify(importedElsewhere)}, id)`;
      return {
        for_each: `\${{for id, found in {for id, found in ${attached} : id => found if ${isLookedUp}} : id => join(":", [id, one(${ours})]) if length(${ours}) == 1 && ${isWanted}}}`,
        to: `${OrganizationsPolicyAttachment.tfResourceType}.${address}[each.key]`,
        id: EACH_VALUE,
      };
    });
  }
}
