import { ENDPOINT_FORMS } from "../catalogue/aws/endpoint-forms";
import { TerraformVariable, type TerraformStack } from "cdktf";
import { mayHoldSecret, subscriptionAddress, type Blueprint, type Subscriber } from "../config";
import { literal, quoted } from "../constructs/policy-json";

/** Form of what Terraform is handed, by protocol: what synth asks of an endpoint that it sees. */
const FORMS: Readonly<Record<string, string>> = {
  ...ENDPOINT_FORMS,
  email: "^[^\\s@]+@[^\\s@]+$",
  "email-json": "^[^\\s@]+@[^\\s@]+$",
};

/** A sensitive variable, declared once however many topics use it. */
function sensitiveVariable(stack: TerraformStack, name: string, protocol: string): string {
  const known = stack.node.tryFindChild(name);
  if (known instanceof TerraformVariable) return known.stringValue;
  return new TerraformVariable(stack, name, {
    type: "string",
    description: `Endpoint that is told by ${protocol}`,
    sensitive: true,
    nullable: false,
    validation: [
      {
        condition: `\${can(regex(${JSON.stringify(FORMS[protocol] ?? "^")}, var.${name}))}`,
        errorMessage: `${name} must be an endpoint for ${protocol}; what it is now is not shown.`,
      },
    ],
  }).stringValue;
}

/** The endpoint as Terraform reads it. What may hold a secret is marked, so that no plan prints it. */
export function endpointOf(
  stack: TerraformStack,
  { endpoint, protocol }: Pick<Subscriber, "endpoint" | "protocol">,
): string {
  if (typeof endpoint !== "string") return sensitiveVariable(stack, endpoint.variable, protocol);
  return mayHoldSecret(endpoint) ? `\${sensitive(${quoted(endpoint)})}` : literal(endpoint);
}

/** `moved` blocks from the addresses that subscriptions had: e-mail would have to be confirmed again. */
export const subscriptionMoves = ({ topics }: Blueprint): readonly { readonly from: string; readonly to: string }[] =>
  topics
    .flatMap(({ here }) => here)
    .flatMap((subscriber) => {
      const { address, formerAddresses } = subscriber;
      const at = (name: string) => subscriptionAddress(subscriber, name);
      // A chain: one address cannot be reached from two.
      return formerAddresses.map((from, index) => ({ from: at(from), to: at(formerAddresses[index + 1] ?? address) }));
    });
