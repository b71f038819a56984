import type { Event } from "../../catalogue/detection";
import { SIGN_IN_SERVICE } from "../../catalogue/alerts/root-acts";
import { firstText, isRoot, objectOf } from "../log-files/record";
import { actOf, Acts, momentOf } from "./acts";

/** An AssumeRoot call: one that opened a session, or one that was refused. */
export interface Opening {
  /** When, in ISO 8601, UTC, as CloudTrail writes it. */
  readonly at: string;
  /** Account id of the member, as it was asked for. */
  readonly account: string;
  /** ARN of the task policy. */
  readonly task: string;
  readonly region: string;
  /** ARN of the caller; undefined in the copy that another account's trail keeps. */
  readonly caller: string | undefined;
  /** Access key of the caller, which the AssumeRole call before it returned. */
  readonly callerKey: string | undefined;
  /** Access key of the session; undefined where it was refused, or where the record does not hold it. */
  readonly key: string | undefined;
  /** By which error it was refused. */
  readonly refused: string | undefined;
}

/** What root did with one key, or without any: by the sign-in, or as a service. */
export interface RootUse {
  readonly account: string;
  readonly key: string | undefined;
  /** When the credentials were made, as the record says it. */
  created: string | undefined;
  /** Whether a record says that they are those of the console, or the sign-in itself. */
  console: boolean;
  /** The service that acted for root. */
  readonly service: string | undefined;
  readonly acts: Acts;
}

const keyIn = (record: Event): string | undefined =>
  firstText(objectOf(objectOf(record["responseElements"])["credentials"])["accessKeyId"]);

const callerOf = (record: Event) => {
  const identity = objectOf(record["userIdentity"]);
  return { caller: firstText(identity["arn"]), callerKey: firstText(identity["accessKeyId"]) };
};

/** A target is the id of an account or the ARN of its root. Source: AWS STS API Reference, AssumeRoot. */
const targetOf = (text: string | undefined): string => /\d{12}/.exec(text ?? "")?.[0] ?? text ?? "unknown";

function openingOf(record: Event): Opening {
  const { targetPrincipal, taskPolicyArn } = objectOf(record["requestParameters"]);
  return {
    at: firstText(record["eventTime"]) ?? "",
    account: targetOf(firstText(targetPrincipal)),
    task: firstText(objectOf(taskPolicyArn)["arn"]) ?? "unknown",
    region: firstText(record["awsRegion"]) ?? "unknown",
    ...callerOf(record),
    key: keyIn(record),
    refused: firstText(record["errorCode"], record["errorMessage"]),
  };
}

const isSignIn = (service: string): boolean => service.startsWith(SIGN_IN_SERVICE);

/** A service that stands behind what root did, as `rootActs` of the catalogue tells it from a person. */
function serviceOf(record: Event, identity: Event): string | undefined {
  const source = firstText(record["eventSource"]) ?? "unknown";
  if (isSignIn(source)) return undefined;
  const invokedBy = firstText(identity["invokedBy"]) ?? "";
  if (invokedBy.includes(".amazonaws.com") && !isSignIn(invokedBy)) return invokedBy;
  return record["eventType"] === "AwsServiceEvent" ? source : undefined;
}

/** Source: CloudTrail User Guide, record contents, sessionCredentialFromConsole. */
const isOfConsole = (record: Event): boolean =>
  isSignIn(firstText(record["eventSource"]) ?? "") || String(record["sessionCredentialFromConsole"]) === "true";

/**
 * Root sessions and root acts, as the records come: in any order, of any account and Region, the same one more than
 * once. Its size depends on what root did, not on the input.
 */
export class Ledger {
  records = 0;
  /** First and last time of all records, whoever they are about. */
  first = "";
  last = "";
  readonly accounts = new Set<string>();
  readonly regions = new Set<string>();
  readonly openings = new Map<string, Opening>();
  readonly uses = new Map<string, RootUse>();
  /** ARN of whoever assumed a break-glass role, by the access key that AssumeRole returned. */
  readonly assumed = new Map<string, string>();
  private readonly seen = new Set<string>();

  /** `doors`: ARNs of the roles of which it matters who assumed them. */
  constructor(private readonly doors: ReadonlySet<string>) {}

  add(record: Event): void {
    this.records += 1;
    this.cover(record);
    const identity = objectOf(record["userIdentity"]);
    if (record["eventSource"] === "sts.amazonaws.com") {
      if (record["eventName"] === "AssumeRoot") this.open(record);
      if (record["eventName"] === "AssumeRole") this.assume(record);
    }
    if (isRoot(identity) && !this.isKnown(record)) this.use(record, identity);
  }

  private cover(record: Event): void {
    const time = firstText(record["eventTime"]);
    if (time !== undefined && !Number.isNaN(Date.parse(time))) {
      if (this.first === "" || momentOf(time) < momentOf(this.first)) this.first = time;
      if (this.last === "" || momentOf(time) > momentOf(this.last)) this.last = time;
    }
    const [account, region] = [firstText(record["recipientAccountId"]), firstText(record["awsRegion"])];
    if (account !== undefined) this.accounts.add(account);
    if (region !== undefined) this.regions.add(region);
  }

  /** CloudTrail delivers a record at least once, and a call across accounts to both of them, under one shared id. */
  private idOf(record: Event): string | undefined {
    return firstText(record["sharedEventID"], record["eventID"]);
  }

  private isKnown(record: Event): boolean {
    const id = this.idOf(record);
    if (id === undefined) return false;
    const known = this.seen.has(id);
    this.seen.add(id);
    return known;
  }

  /** A copy in another account may say less of the caller: what is said fully stays. */
  private open(record: Event): void {
    const opening = openingOf(record);
    const id = opening.key ?? this.idOf(record) ?? `record ${this.records}`;
    const known = this.openings.get(id);
    if (known?.caller === undefined) this.openings.set(id, opening);
  }

  private assume(record: Event): void {
    const key = keyIn(record);
    const { caller } = callerOf(record);
    if (key === undefined || caller === undefined) return;
    if (!this.doors.has(String(objectOf(record["requestParameters"])["roleArn"]))) return;
    this.assumed.set(key, caller);
  }

  private use(record: Event, identity: Event): void {
    const account = firstText(identity["accountId"], record["recipientAccountId"]) ?? "unknown";
    const key = firstText(identity["accessKeyId"]);
    const service = serviceOf(record, identity);
    const created = firstText(objectOf(objectOf(identity["sessionContext"])["attributes"])["creationDate"]);
    const id = JSON.stringify([account, key, service]);
    const use = this.uses.get(id) ?? { account, key, created, console: false, service, acts: new Acts() };
    use.created ??= created;
    use.console ||= isOfConsole(record);
    use.acts.add(actOf(record));
    this.uses.set(id, use);
  }
}
