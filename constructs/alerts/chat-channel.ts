import { ChatbotSlackChannelConfiguration } from "@cdktf/provider-aws/lib/chatbot-slack-channel-configuration";
import { ChatbotTeamsChannelConfiguration } from "@cdktf/provider-aws/lib/chatbot-teams-channel-configuration";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import { arn } from "../../catalogue/aws/arn";
import type { GlobalPlace, Place } from "../place";
import { policyJson } from "../policy-json";

/** A channel as Amazon Q Developer in chat applications knows it. The workspace or team is connected once, by hand. */
export type Channel =
  | { readonly kind: "slack"; readonly workspace: string; readonly channel: string }
  | { readonly kind: "teams"; readonly tenant: string; readonly team: string; readonly channel: string };

export interface ChatChannelProps {
  readonly partition: string;
  readonly place: Place;
  readonly global: GlobalPlace;
  readonly name: string;
  readonly channel: Channel;
  readonly topicArns: readonly string[];
}

/** AWS's policy that denies everything: nobody runs a command from the channel. Source: IAM managed policies. */
const denyAll = (partition: string): string =>
  arn({ partition, service: "iam", account: "aws", resource: "policy/AWSDenyAll" });

/** A chat channel that is told. Its role may do nothing, so that the channel only reads. */
export class ChatChannel extends Construct {
  constructor(scope: Construct, id: string, props: ChatChannelProps) {
    super(scope, id);
    const { partition, place, global, name, channel, topicArns } = props;
    const role = new IamRole(this, "role", {
      ...global,
      name,
      description: "Amazon Q Developer in chat applications tells a channel of alerts",
      assumeRolePolicy: policyJson([
        { Effect: "Allow", Principal: { Service: "chatbot.amazonaws.com" }, Action: "sts:AssumeRole" },
      ]),
    });
    const common = {
      ...place,
      configurationName: name,
      iamRoleArn: role.arn,
      guardrailPolicyArns: [denyAll(partition)],
      snsTopicArns: [...topicArns],
    };
    if (channel.kind === "slack")
      new ChatbotSlackChannelConfiguration(this, "channel", {
        ...common,
        slackTeamId: channel.workspace,
        slackChannelId: channel.channel,
      });
    else
      new ChatbotTeamsChannelConfiguration(this, "channel", {
        ...common,
        tenantId: channel.tenant,
        teamId: channel.team,
        channelId: channel.channel,
      });
  }
}
