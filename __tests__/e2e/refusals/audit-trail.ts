import { controlTowerOrganization } from "../../../emulator/organization-seed";
import { configuration } from "../../support/configuration";
import { example } from "../../support/examples";
import { controlTowerWithTrail, organizationWith, trustedAccessWithout } from "./organizations";
import { MANAGEMENT, type Refusal } from "./refusal";

const CLOUDTRAIL = "cloudtrail.amazonaws.com";
const TRAIL = "aws-controltower-BaselineCloudTrail";
const LOG_GROUP = "aws-controltower/CloudTrailLogs";
const used = { stack: "audit-trail", config: example("control-tower") } as const;

/** What a trail that is created or used asks. */
export const auditTrail: readonly Refusal[] = [
  {
    what: "no trusted access for CloudTrail",
    stack: "audit-trail",
    seed: organizationWith({ trustedAccess: trustedAccessWithout(CLOUDTRAIL) }),
    config: configuration(),
    errors: [
      `trusted access for ${CLOUDTRAIL} must be on, got ${trustedAccessWithout(CLOUDTRAIL).join(", ")}: aws organizations enable-aws-service-access --service-principal ${CLOUDTRAIL}`,
    ],
  },
  {
    ...used,
    what: "no trail to use",
    seed: { ...controlTowerOrganization, trails: [] },
    errors: [`reading Cloud Control API (AWS::CloudTrail::Trail) Resource (${TRAIL}): couldn't find resource`],
  },
  {
    ...used,
    what: "a trail of one account, one Region, that is stopped and delivers nowhere",
    seed: controlTowerWithTrail({ organization: false, multiRegion: false, logging: false, logGroup: undefined }),
    errors: [
      `auditTrail.logGroupName must be the log group that ${TRAIL} delivers to, got ${LOG_GROUP}, while the trail delivers to none`,
      `auditTrail.trailName must be a multi-Region trail, got ${TRAIL} with IsMultiRegionTrail false: aws cloudtrail update-trail --name ${TRAIL} --is-multi-region-trail`,
      `auditTrail.trailName must be a trail that is logging, got ${TRAIL} with IsLogging false: aws cloudtrail start-logging --name ${TRAIL}`,
      `auditTrail.trailName must be an organization trail, got ${TRAIL} with IsOrganizationTrail false: aws cloudtrail update-trail --name ${TRAIL} --is-organization-trail`,
    ],
  },
  {
    ...used,
    what: "a trail that delivers to another log group",
    seed: controlTowerWithTrail({ logGroup: "another/group" }),
    errors: [
      `auditTrail.logGroupName must be the log group that ${TRAIL} delivers to, got ${LOG_GROUP}, while the trail delivers to arn:aws:logs:us-east-1:${MANAGEMENT}:log-group:another/group:*`,
    ],
  },
];
