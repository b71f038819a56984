import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { TerraformLocal, type TerraformStack } from "cdktf";
import { quoted } from "../policy-json";

/**
 * Warns in every plan of subscriptions that nobody has confirmed: SNS takes the alerts and tells nobody. A `check`, so
 * that the plan goes on: a person confirms after the deployment, in the mail itself. To be called after the last one.
 *
 * Source: SNS Developer Guide, Confirming a subscription (a link is valid for two days).
 *
 * @param released - addresses that are given up, of which no plan can ask anything
 */
export function warnOfUnconfirmed(stack: TerraformStack, released: readonly string[]): void {
  const addresses = stack.node
    .findAll()
    .filter((each) => each instanceof SnsTopicSubscription)
    .map(({ terraformResourceType, friendlyUniqueId }) => `${terraformResourceType}.${friendlyUniqueId}`)
    .filter((address) => !released.includes(address));
  if (addresses.length === 0) return;
  const pending = addresses.map((address) => `${quoted(address)} = ${address}.pending_confirmation`);
  const waiting = `local.${new TerraformLocal(stack, "unconfirmed-subscriptions", `\${[for address, pending in {${pending.join(", ")}} : address if pending]}`).friendlyUniqueId}`;
  stack.addOverride("check.subscriptions-confirmed.assert", [
    {
      condition: `\${length(${waiting}) == 0}`,
      error_message: `each subscription must be confirmed, got \${join(", ", ${waiting})} without: nobody is told there; open the link that SNS sent, which is valid for two days, or have it sent again with terraform apply -replace=<address>`,
    },
  ]);
}
