import { z } from "zod";
import { SEVERITIES } from "../../catalogue/alerts/severities";
import { formed, notEmpty, uniqueList } from "./primitives";
import { roleArn } from "./principals";

const channelName = formed(/^[a-z][a-z0-9-]{0,22}[a-z0-9]$/, "be 2 to 24 lower-case letters, digits or hyphens");

const channelSeverities = uniqueList(z.enum(SEVERITIES)).min(1, "name at least one severity");

/** Names of variables that Terraform keeps for itself, or that the baseline declares. */
const TAKEN = /^(source|version|providers|count|for_each|lifecycle|depends_on|locals|.*_role_arn)$/;

const variableName = formed(
  /^[a-z][a-z0-9_]{0,62}$/,
  "be the name of a variable: lower-case letters, digits or _",
).refine((name) => !TAKEN.test(name), "be a name that neither Terraform nor the baseline uses");

/** An endpoint that the pipeline hands over when Terraform runs. */
const handedOver = z.strictObject({
  /**
   * Name of a sensitive variable of the stack `alarms`: the pipeline sets `TF_VAR_<name>`. The endpoint then stands in
   * no file of yours, no address, no plan that is printed. State and saved plan files hold it readably, as they do every
   * argument of a resource: encrypt them, and let nobody read them who may not know it. For https, email, email-json
   * and sms. The name becomes part of the address, unless there is an `id`.
   */
  variable: variableName,
});

/** Somebody, or something, that is told. */
const subscription = z.strictObject({
  /**
   * Which detections: those of this severity. `record` mails nobody, so it goes to a queue, a stream, a function or an
   * https address.
   */
  severity: z.enum(SEVERITIES),
  /** How they are told. E-mail must be confirmed within 48 hours, in the mail itself. */
  protocol: z.enum(["email", "email-json", "https", "sqs", "lambda", "sms", "firehose"]),
  /**
   * E-mail address, https address, phone number (`+15550100`), or the ARN of a queue, function or stream in the home
   * Region. A queue in another account is better subscribed from its own side: from here it stays unconfirmed.
   * Where it holds a key, hand it over as a variable.
   */
  endpoint: z.union([notEmpty, handedOver], "be text that is not empty, or { variable: <name> }"),
  /**
   * What you call it: becomes part of the address in place of a name made of the endpoint, and stays when the endpoint
   * moves into a variable. Do not change it.
   * @default a short name of the endpoint, or the name of its variable
   */
  id: channelName.optional(),
  /**
   * Role of the management account through which SNS writes to a Firehose stream. With `firehose` only.
   * @default none
   */
  role: roleArn.optional(),
});

/** The second way to people. */
const secondChannel = z.strictObject({
  /** Who is told by it: people or tools that are not told by the first channel, at least one. */
  subscriptions: z.array(subscription.omit({ severity: true })).min(1, "name at least one endpoint"),
});

/** Channels that a chat shows. The workspace or team is connected once, by hand, in the Amazon Q Developer console. */
const channel = z.discriminatedUnion("kind", [
  z.strictObject({
    /** A channel of Slack. */
    kind: z.literal("slack"),
    /** Name of the subscriber. It becomes part of names and addresses: do not change it. */
    name: channelName,
    /** Which detections: those of these severities. */
    severities: channelSeverities,
    /** Id of the workspace: `T` and letters or digits. */
    workspace: formed(/^[0-9A-Z]{1,255}$/, "be the id of a Slack workspace such as T0123456789"),
    /** Id of the channel: `C` and letters or digits. */
    channel: formed(/^[A-Za-z0-9]{1,255}$/, "be the id of a Slack channel such as C0123456789"),
  }),
  z.strictObject({
    /** A channel of Microsoft Teams. */
    kind: z.literal("teams"),
    /** Name of the subscriber. It becomes part of names and addresses: do not change it. */
    name: channelName,
    /** Which detections: those of these severities. */
    severities: channelSeverities,
    /** Id of the tenant. */
    tenant: z.guid("be the id of a tenant, a UUID"),
    /** Id of the team. */
    team: z.guid("be the id of a team, a UUID"),
    /** Id of the channel, as the link to it writes it: `19%3A…%40thread.tacv2`. */
    channel: formed(/^[A-Za-z0-9%._=-]{1,255}$/, "be the id of a channel, as the link to it writes it"),
  }),
]);

export const alerting = z.strictObject({
  /**
   * Who is told at which severity. Every severity that a chosen detection has needs at least one, and none is named
   * that no detection has. Cost: SNS per message; SMS per message and country.
   */
  subscriptions: z.array(subscription),
  /**
   * A second way to people that shares nothing with the first: a bus, a topic and a key in the security account, where
   * guardrails bind. It tells of what would blind the first one, of what is critical, and of silence. Cost: a key, about
   * $1 a month. Without it, whoever deletes the alert topics is told of by nobody.
   * @default none
   */
  secondChannel: secondChannel.optional(),
  /**
   * Channels of Slack or Teams that are told, through Amazon Q Developer in chat applications. A channel informs; it
   * wakes nobody.
   * @default none
   */
  chat: z.array(channel).default([]),
  /**
   * Where the runbooks are, for the person who reads the message: the folder, or the address, that holds critical.md.
   * @default docs/runbooks
   */
  runbooks: formed(/^[^\s"<>]{1,200}[^\s"<>/]$/, "be a folder or an address without a slash at its end").default(
    "docs/runbooks",
  ),
});
