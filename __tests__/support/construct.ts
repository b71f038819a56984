import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import type { Node } from "constructs";
import type { GlobalPlace } from "../../constructs/place";
import { type Terraform, withoutMetadata } from "./terraform";

/** A stack that names its elements by their path, as ours do. */
class Stack extends TerraformStack {
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const { path } = TerraformElement.isTerraformElement(element) ? element.node : element;
    return path.split("/").slice(1).join("_");
  }
}

/** Terraform of constructs by themselves, in a stack with one provider. What `build` answers becomes the outputs. */
export function built(
  build: (stack: TerraformStack, place: GlobalPlace) => Readonly<Record<string, string>> | undefined,
): Terraform {
  const stack = new Stack(new App(), "stack");
  const provider = new AwsProvider(stack, "aws", { alias: "here", region: "us-east-1" });
  for (const [name, value] of Object.entries(build(stack, { provider }) ?? {}))
    new TerraformOutput(stack, name, { value });
  return withoutMetadata(stack.toTerraform() as Terraform);
}
