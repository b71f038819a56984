import { matches, parseTemplate, resolve } from "./pattern";
import type { Matcher } from "./policy-document";

const PATTERN = /^(\*|[a-z0-9-]+:[a-z0-9*?-]+)$/i;
const NAME = /^[a-z0-9-]+:[a-z0-9-]+$/i;

/** Whether the text names exactly one action: `service:Name`, without wildcards. */
export const isAction = (text: string): boolean => NAME.test(text);

/** The service part of an action or of a pattern: `s3` in `s3:Get*`, in lower case. */
export const serviceOf = (action: string): string => action.split(":")[0]?.toLowerCase() ?? "";

/**
 * Matches action names, which are not case-sensitive, with wildcards anywhere after the service. Undefined where the
 * pattern is neither `*` nor `service:Name`. Source: IAM User Guide, Action; Organizations User Guide, SCP syntax.
 */
export function actionMatcher(pattern: string): Matcher | undefined {
  const template = PATTERN.test(pattern) ? parseTemplate(pattern.toLowerCase()) : undefined;
  if (!template) return undefined;
  return (action, context) => matches(resolve(template, context) ?? [], action.toLowerCase());
}

/**
 * The services that resource control policies reach; AWS refuses a policy that names another. Source: Organizations
 * User Guide, List of AWS services that support RCPs; a test compares it with the Service Authorization Reference.
 */
export const RCP_SERVICES: ReadonlySet<string> = new Set(
  `
    aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch
    cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend
    comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events firehose fis
    fms gamelift health inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor notifications opensearch
    pca-connector-ad personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery
    signin sqs sts support swf textract timestream-influxdb transcribe transfer translate wafv2 workspaces xray
  `
    .trim()
    .split(/\s+/),
);
