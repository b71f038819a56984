import { type CloudWatchLogsClient, type LogGroup, paginateDescribeLogGroups } from "@aws-sdk/client-cloudwatch-logs";
import { everything } from "../clients/pages";

/** The log group of this very name; undefined where there is none. CloudWatch Logs finds them by their beginnings. */
export async function logGroupNamed(client: CloudWatchLogsClient, name: string): Promise<LogGroup | undefined> {
  const pages = paginateDescribeLogGroups({ client }, { logGroupNamePrefix: name });
  const groups = await everything(pages, (page) => page.logGroups);
  return groups.find(({ logGroupName }) => logGroupName === name);
}
