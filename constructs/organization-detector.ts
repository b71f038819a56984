import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature";
import type { ITerraformDependable, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { inSequence } from "./in-sequence";
import type { Place } from "./place";

/** A protection plan that is decided about: on or off, and which agents it manages. */
export interface FeatureChoice {
  readonly name: string;
  readonly enabled: boolean;
  /** Agents in the order of the API, where the plan has any; all are named, so that none is left to a default. */
  readonly agents: readonly { readonly name: string; readonly enabled: boolean }[];
}

export interface OrganizationDetectorProps {
  readonly place: Place;
  readonly features: readonly FeatureChoice[];
  readonly dependsOn: readonly ITerraformDependable[];
  readonly lifecycle: TerraformResourceLifecycle | undefined;
}

/**
 * A detector with exactly the chosen protection plans: a new detector switches nearly all of them on, so those that
 * were not chosen are switched off, one after the other, since GuardDuty accepts one change of a detector at a time.
 */
export class OrganizationDetector extends Construct {
  readonly id: string;
  /** Wait for it before the detector becomes a member: afterwards its administrator decides. */
  readonly configured: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    constructId: string,
    { place, features, dependsOn: before, lifecycle }: OrganizationDetectorProps,
  ) {
    super(scope, constructId);
    const detector = new GuarddutyDetector(this, "detector", {
      ...place,
      enable: true,
      // The administrator's value holds for every member.
      findingPublishingFrequency: "FIFTEEN_MINUTES",
      dependsOn: [...before],
      lifecycle,
    });
    this.id = detector.id;
    this.configured = inSequence(
      features,
      [detector],
      ({ name, enabled, agents }, dependsOn) =>
        new GuarddutyDetectorFeature(this, name, {
          ...place,
          detectorId: detector.id,
          name,
          status: enabled ? "ENABLED" : "DISABLED",
          additionalConfiguration: agents.map((agent) => ({
            name: agent.name,
            status: agent.enabled ? "ENABLED" : "DISABLED",
          })),
          dependsOn,
        }),
    );
  }
}
