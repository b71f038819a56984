import { DataAwsCloudcontrolapiResource } from "@cdktf/provider-aws/lib/data-aws-cloudcontrolapi-resource";
import { Construct } from "constructs";
import type { Place } from "../place";

export interface ExistingTrailProps {
  readonly place: Place;
  readonly trailName: string;
  readonly logGroupName: string;
  /** ARN of the log group, without `:*`. */
  readonly logGroupArn: string;
}

/**
 * A trail that others own, read only and refused where it does not record what the alarms need. The provider has no
 * data source for a trail, so it is read through the Cloud Control API.
 */
export class ExistingTrail extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { place, trailName, logGroupName, logGroupArn }: ExistingTrailProps) {
    super(scope, id);
    const property = (name: string) => `lookup(jsondecode(self.properties), "${name}", null)`;
    const isOn = (name: string, words: string, flag: string) => ({
      condition: `\${${property(name)} == true}`,
      errorMessage: `auditTrail.trailName must be ${words}, got ${trailName} with ${name} \${jsonencode(${property(name)})}: aws cloudtrail ${flag}`,
    });
    const delivers = property("CloudWatchLogsLogGroupArn");
    const data = new DataAwsCloudcontrolapiResource(this, "live", {
      ...place,
      typeName: "AWS::CloudTrail::Trail",
      identifier: trailName,
      lifecycle: {
        postcondition: [
          isOn(
            "IsOrganizationTrail",
            "an organization trail",
            `update-trail --name ${trailName} --is-organization-trail`,
          ),
          isOn(
            "IsMultiRegionTrail",
            "a multi-Region trail",
            `update-trail --name ${trailName} --is-multi-region-trail`,
          ),
          isOn("IsLogging", "a trail that is logging", `start-logging --name ${trailName}`),
          {
            condition: `\${trimsuffix(coalesce(${delivers}, "none"), ":*") == "${logGroupArn}"}`,
            errorMessage: `auditTrail.logGroupName must be the log group that ${trailName} delivers to, got ${logGroupName}, while the trail delivers to \${coalesce(${delivers}, "none")}`,
          },
        ],
      },
    });
    this.arn = `\${jsondecode(${data.fqn}.properties)["Arn"]}`;
  }
}
