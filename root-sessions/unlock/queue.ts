import { GetQueueAttributesCommand, SetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { unlessAbsent } from "../../organization/clients/absent";
import type { ClientConfig } from "../../organization/clients/client-config";
import { queueUrl } from "../../organization/services/queue-address";
import { NO_QUEUE } from "../../organization/services/queues";
import { refuse, told } from "../refusal";
import type { RootSession } from "../root-session";
import type { Lock, LockKind } from "./lock";

/** A client that calls the endpoint of its Region, and never a host that a URL names. */
class QueueClient extends SQSClient {
  constructor(config: ClientConfig) {
    super({ ...config, useQueueUrlAsEndpoint: false });
  }
}

function lockOn(session: RootSession, queue: string, region: string): Lock {
  const { account } = session;
  const client = session.client(QueueClient, region);
  const QueueUrl = queueUrl(region, account, queue);
  const advice = "a resource or service control policy may deny the session, too";
  const checked = async <T>(call: string, answer: Promise<T>): Promise<T> => {
    const answered = await told(call, account, advice, unlessAbsent(NO_QUEUE, answer));
    const absence = `QueueDoesNotExist: there is none of this name in ${region}`;
    return answered ?? refuse(queue, `be the name of a queue of ${account}`, absence);
  };
  return {
    read: async () => {
      const asked = client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["Policy"] }));
      const { Attributes } = await checked("sqs:GetQueueAttributes", asked);
      // A policy that was removed may be told as an empty one.
      return Attributes?.Policy === "" ? undefined : Attributes?.Policy;
    },
    remove: async () => {
      const asked = client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: "" } }));
      await checked("sqs:SetQueueAttributes", asked);
    },
  };
}

/** Queues, whose policy a root session with SQSUnlockQueuePolicy reads and replaces by none. */
export const QUEUE: LockKind = {
  noun: "queue",
  task: "unlock-queue",
  calls: ["sqs:GetQueueAttributes", "sqs:SetQueueAttributes"],
  // Not RemovePermission: it takes out a statement that has a label, which a policy that somebody wrote need not have.
  mendingCalls: ["sqs:SetQueueAttributes"],
  // Source: SQS API Reference, SetQueueAttributes: up to 60 seconds for most attributes.
  settlesWithinSeconds: 60,
  lockOn,
  putBack: ({ id, account, region, file }) => [
    `aws sqs set-queue-attributes --region ${region} --queue-url ${queueUrl(region, account, id)} \\`,
    `  --attributes "$(jq -c '{Policy: tojson}' ${file})"`,
  ],
};
