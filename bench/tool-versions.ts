export interface ToolVersions {
  /** Name and version of Terraform or OpenTofu. */
  readonly tool: string;
  /** Version of the AWS provider. */
  readonly provider: string;
}

/** Reads what `terraform version` prints in an initialized folder. */
export function toolVersions(output: string): ToolVersions {
  const { tool, provider } =
    /(?<tool>(?:Terraform|OpenTofu) v\S+)[^]*provider \S+\/hashicorp\/aws v(?<provider>\S+)/.exec(output)?.groups ?? {};
  if (tool === undefined || provider === undefined)
    throw new Error(`terraform version must name itself and the AWS provider, got:\n${output}`);
  return { tool, provider };
}
