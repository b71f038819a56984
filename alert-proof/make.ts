import { PutRetentionPolicyCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DeleteRuleCommand, DescribeRuleCommand } from "@aws-sdk/client-eventbridge";
import { proofRule, type HarmlessCall } from "../catalogue/alerts/harmless-calls";
import type { Blueprint } from "../config";
import { unlessAbsent } from "../organization/clients/absent";
import type { Clients, PlaceClients } from "../organization/clients/clients";
import { logGroupNamed } from "../organization/services/log-group";
import { refusalOf } from "../organization/clients/refusals";
import type { ProofCall } from "./paths";

/** A call that was made, or why it was not. */
export interface Made {
  readonly call: ProofCall;
  /** When it began, in UTC. */
  readonly at: string;
  /** Its record has it, too. @default - it was not made, or refused */
  readonly requestId?: string;
  /** @default - it was made */
  readonly notMade?: string;
}

/** Why a call would not be harmless now. */
class Unfit extends Error {}

/** Makes the call, and gives the id of the request. Throws an Unfit where it would change something. */
type Make = (at: PlaceClients, blueprint: Blueprint) => Promise<string | undefined>;

const sameRetention: Make = async (at, { names: { trailLogGroup } }) => {
  const found = await logGroupNamed(at.logs(), trailLogGroup);
  if (found === undefined) throw new Unfit(`the log group ${trailLogGroup} does not exist`);
  const { retentionInDays } = found;
  if (retentionInDays === undefined)
    throw new Unfit(`${trailLogGroup} keeps its events for ever, which no call can say a second time`);
  const set = new PutRetentionPolicyCommand({ logGroupName: trailLogGroup, retentionInDays });
  return (await at.logs().send(set)).$metadata.requestId;
};

const noRule: Make = async (at, { baseline }) => {
  const Name = proofRule(baseline);
  const client = at.eventBridge();
  const found = await unlessAbsent(["ResourceNotFoundException"], client.send(new DescribeRuleCommand({ Name })));
  if (found !== undefined) throw new Unfit(`a rule ${Name} exists: nobody but you knows what it is`);
  return (await client.send(new DeleteRuleCommand({ Name }))).$metadata.requestId;
};

const MAKE: Readonly<Record<HarmlessCall["id"], Make>> = { "same-retention": sameRetention, "no-rule": noRule };

const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;

/** What stands in the way, in words. Throws what is a bug. */
function notMade(error: unknown, { harmless: { action }, accountId, region }: ProofCall): string {
  if (error instanceof Unfit) return error.message;
  const why = refusalOf(error);
  if (why === undefined) throw error;
  return error instanceof Error && DENIED.test(error.name)
    ? `the credentials must be allowed ${action} in ${accountId} (${region}), and to read before it what it names, got ${error.name}: ${error.message}`
    : why;
}

/** Makes one call. A refusal is an answer: the others are made all the same. */
export async function make(clients: Clients, blueprint: Blueprint, call: ProofCall): Promise<Made> {
  const at = new Date().toISOString();
  try {
    const requestId = await MAKE[call.harmless.id](clients.at(call.accountId, call.region), blueprint);
    return { call, at, ...(requestId === undefined ? { notMade: "AWS gave the call no id" } : { requestId }) };
  } catch (error) {
    return { call, at, notMade: notMade(error, call) };
  }
}
