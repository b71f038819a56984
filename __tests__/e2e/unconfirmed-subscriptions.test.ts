import { ConfirmSubscriptionCommand, ListTopicsCommand, SNSClient } from "@aws-sdk/client-sns";
import { existingOrganization } from "../../emulator/organization-seed";
import { configuration } from "../support/configuration";
import { stack } from "../support/synth";
import { ofType } from "../support/terraform";
import { describeE2E } from "./support/describe-e2e";
import { initialize } from "./support/terraform-alone";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const STACK = "alarms";
const ONCALL = "security-oncall@example.com";
const config = configuration();
const SUBSCRIPTIONS = Object.keys(ofType(stack(config, STACK), "aws_sns_topic_subscription")).map(
  (name) => `aws_sns_topic_subscription.${name}`,
);
const WAITS =
  /^each subscription must be confirmed, got aws_sns_topic_subscription\.critical_email-security-oncall-\w+ without: nobody is told there/;

describeE2E("a subscription that nobody has confirmed", () => {
  let trial: Trial;
  /** What a plan says of subscriptions, once for each time that it says it. */
  const said = async () => {
    const { exitCode, output } = await trial.deployment.terraform(STACK, ["plan", "-json"]);
    expect(exitCode).toBe(0);
    return output.match(/each subscription must be confirmed[^"]*/g) ?? [];
  };

  beforeAll(async () => {
    trial = await Trial.start({ seed: { ...existingOrganization, unconfirmed: [ONCALL] }, config });
    expect(await trial.deployment.synth()).toMatchObject({ exitCode: 0 });
    await initialize(trial.deployment, STACK);
    const targets = SUBSCRIPTIONS.map((address) => `-target=${address}`);
    expect(await trial.deployment.terraform(STACK, ["apply", "-auto-approve", ...targets])).toMatchObject({
      exitCode: 0,
    });
  }, PLAN_TIMEOUT_MS);

  afterAll(() => trial.end());

  test(
    "is named by every plan until somebody does",
    async () => {
      expect(await said()).toContainEqual(expect.stringMatching(WAITS));

      const { AWS_ACCESS_KEY_ID: accessKeyId = "", AWS_SECRET_ACCESS_KEY: secretAccessKey = "" } = trial.emulator.env;
      const credentials = { accessKeyId, secretAccessKey };
      const sns = new SNSClient({ endpoint: trial.emulator.endpoint, region: config.homeRegion, credentials });
      const { Topics = [] } = await sns.send(new ListTopicsCommand({}));
      const topic = Topics.find(({ TopicArn }) => TopicArn?.endsWith("-critical"));
      await sns.send(new ConfirmSubscriptionCommand({ TopicArn: topic?.TopicArn, Token: ONCALL }));

      expect(await said()).toEqual([]);
    },
    PLAN_TIMEOUT_MS,
  );
});
