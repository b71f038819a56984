import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { Construct } from "constructs";
import type { Place } from "../place";
import { StateMemory } from "./state-memory";

const NEWER = "6";

export interface ProviderMemoryProps {
  /** A place with a provider that the stack uses anyway. */
  readonly at: Place;
  /** Whether each resource names its Region, which needs a state that holds the Regions. */
  readonly compact: boolean;
}

/**
 * Remembers in the state which provider wrote it, and refuses the compact form over a state without Regions: provider
 * 5.100 writes none, and what has none is looked for in the home Region, not found, and made anew. Only the schema of
 * the provider tells its version: from 6 on everything that has a place has a `region`, this data source too.
 *
 * A state that neither this memory nor a deployment has touched yet says nothing, and is not refused.
 */
export class ProviderMemory extends StateMemory {
  constructor(scope: Construct, id: string, { at, compact }: ProviderMemoryProps) {
    super(scope, id, compact ? demanded() : observed(new DataAwsRegion(scope, "provider-schema", { ...at })));
  }
}

const observed = ({ fqn }: DataAwsRegion) => ({
  input: { provider: `\${contains(keys(${fqn}), "region") ? "${NEWER}" : "5"}` },
});

const demanded = () => ({
  input: { provider: NEWER },
  lifecycle: {
    // What wrote the state stays remembered: no plan of this form moves the memory along.
    ignoreChanges: ["input"],
    postcondition: [
      {
        condition: `\${self.input.provider == "${NEWER}"}`,
        errorMessage: `terraform.awsProvider must stay "portable" until AWS provider ${NEWER} has written the Regions into this state, got "${NEWER}": first deploy this form with the newer provider, as docs/runbooks/changes.md says (From one provider form to the other)`,
      },
    ],
  },
});
