import { type CloudWatchClient, GetAlarmMuteRuleCommand, paginateListAlarmMuteRules } from "@aws-sdk/client-cloudwatch";
import { nameOfArn } from "./arn";
import { everything } from "../clients/pages";

/** A rule by which alarms change their state and tell nobody. Source: CloudWatch API Reference, PutAlarmMuteRule. */
export interface AlarmMuteFacts {
  readonly name: string;
  /** `SCHEDULED`: it will mute. `ACTIVE`: it mutes now. */
  readonly status?: string;
  /** Names of the alarms that it mutes. */
  readonly alarms: readonly string[];
}

/** Every rule that mutes alarms, or will. */
export async function readAlarmMutes(client: CloudWatchClient): Promise<readonly AlarmMuteFacts[]> {
  const found = await everything(paginateListAlarmMuteRules({ client }, {}), (page) => page.AlarmMuteRuleSummaries);
  const names = found
    .filter(({ Status }) => Status !== "EXPIRED")
    .map(({ AlarmMuteRuleArn = "" }) => nameOfArn(AlarmMuteRuleArn))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const rule = await client.send(new GetAlarmMuteRuleCommand({ AlarmMuteRuleName: name }));
      return { name, status: rule.Status, alarms: rule.MuteTargets?.AlarmNames ?? [] };
    }),
  );
}
