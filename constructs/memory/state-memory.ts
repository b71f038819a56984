import { TerraformResource, type TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";

export interface StateMemoryProps {
  /** What is remembered, or an expression that says it. */
  readonly input: Readonly<Record<string, string>> | string;
  readonly lifecycle?: TerraformResourceLifecycle;
}

/**
 * A value that Terraform's state keeps: `terraform_data`. CDKTF's own construct for it runs `terraform version` at every
 * synth, which then fails where no Terraform is installed. What is synthesized asks for its version by itself
 * (`required_version`), so nothing is run here.
 */
export class StateMemory extends TerraformResource {
  private readonly input: StateMemoryProps["input"];

  constructor(scope: Construct, id: string, { input, lifecycle }: StateMemoryProps) {
    super(scope, id, {
      terraformResourceType: "terraform_data",
      terraformGeneratorMetadata: { providerName: "terraform" },
      ...(lifecycle === undefined ? {} : { lifecycle }),
    });
    this.input = input;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.input };
  }
}
