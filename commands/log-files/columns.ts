import type { Event } from "../../catalogue/detection";
import { KeyTwice, strictJson } from "../../proofs/policy";
import { NotUnderstood, shown } from "./not-understood";

/**
 * Columns of a table of CloudTrail records, as Athena names them, and the fields that they hold. Source: CloudTrail
 * User Guide, record contents; Athena User Guide, querying CloudTrail logs.
 */
const FIELDS = [
  "eventVersion",
  "userIdentity",
  "eventTime",
  "eventSource",
  "eventName",
  "awsRegion",
  "sourceIPAddress",
  "userAgent",
  "errorCode",
  "errorMessage",
  "requestParameters",
  "responseElements",
  "additionalEventData",
  "requestID",
  "eventID",
  "resources",
  "eventType",
  "apiVersion",
  "readOnly",
  "recipientAccountId",
  "serviceEventDetails",
  "sharedEventID",
  "vpcEndpointId",
  "managementEvent",
  "eventCategory",
  "sessionCredentialFromConsole",
  "tlsDetails",
] as const;

/** Without these a detection that compares them would stay quiet, and nobody would know why. */
const NEEDED = [
  "userIdentity",
  "eventTime",
  "eventSource",
  "eventName",
  "awsRegion",
  "errorCode",
  "requestParameters",
  "responseElements",
  "additionalEventData",
  "eventType",
  "recipientAccountId",
  "serviceEventDetails",
] as const;

/** Fields inside userIdentity, which Athena writes in lower-case letters. */
const IDENTITY_FIELDS = [
  "type",
  "principalId",
  "arn",
  "accountId",
  "accessKeyId",
  "userName",
  "invokedBy",
  "sessionContext",
  "sessionIssuer",
  "identityProvider",
  "onBehalfOf",
  "inScopeOf",
  "credentialId",
  "attributes",
  "mfaAuthenticated",
  "creationDate",
  "webIdFederationData",
  "federatedProvider",
  "ec2RoleDelivery",
  "sourceIdentity",
  "assumedRoot",
  "issuerType",
] as const;

const byLowerCase = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [name.toLowerCase(), name]));

const COLUMNS = byLowerCase(FIELDS);
const IDENTITY = byLowerCase(IDENTITY_FIELDS);

/** What Athena and exports write where there is nothing. */
const isAbsent = (text: string): boolean => text === "" || text === "null" || text === "-";

/**
 * A struct as Athena prints it: `{type=Root, principalid=…, sessioncontext={attributes={…}}}`. A comma with a space ends
 * a value: neither ARNs nor names of users and roles hold one.
 */
function struct(text: string): unknown {
  let at = 0;
  const fail = (): never => {
    throw new NotUnderstood(`userIdentity must be JSON or a struct such as {type=Root, …}, got ${shown(text)}`);
  };
  const value = (): unknown => {
    if (text[at] === "{") return object();
    const end = /, [\w.]+=|[}\]]|$/.exec(text.slice(at))?.index ?? text.length - at;
    const word = text.slice(at, at + end);
    at += end;
    return isAbsent(word) ? undefined : word;
  };
  const object = (): Event => {
    const found: Record<string, unknown> = {};
    at += 1;
    while (text[at] !== "}") {
      const [whole, name = ""] = /^(?:, )?([\w.-]+)=/.exec(text.slice(at)) ?? [];
      if (whole === undefined) return fail();
      at += whole.length;
      const inner = value();
      if (inner !== undefined) found[IDENTITY.get(name.toLowerCase()) ?? name] = inner;
    }
    at += 1;
    return found;
  };
  const found = object();
  return at === text.length ? found : fail();
}

function fieldValue(name: string, text: string): unknown {
  if (/^[[{"]/.test(text))
    try {
      return strictJson(text, name);
    } catch (error) {
      if (error instanceof KeyTwice) throw new NotUnderstood(error.message);
      if (name === "userIdentity") return struct(text);
      // `resources` is an array of structs, which no detection compares.
      return text;
    }
  if (text === "true" || text === "false") return text === "true";
  return text;
}

/** The columns of a heading. Of two with one name, one would hide the other. Throws a NotUnderstood. */
export function columnsOnce(heading: readonly string[]): string[] {
  const names = heading.map((column) => column.toLowerCase());
  const twice = heading.find((_, index) => names.indexOf(names[index] ?? "") < index);
  if (twice !== undefined) throw new NotUnderstood(`a heading must hold each column once, got ${shown(twice)} again`);
  return [...heading];
}

/** Whether a table has the columns of CloudTrail records, whatever their case. */
export const holdsRecords = (columns: readonly string[]): boolean =>
  columns.some((column) => column.toLowerCase() === "eventname");

/**
 * The record of a row. Throws a NotUnderstood where the row is none, or where a column is missing without which a
 * detection could stay quiet.
 */
export function recordOfColumns(row: Readonly<Record<string, string>>): Event {
  const columns = Object.keys(row);
  if (!holdsRecords(columns))
    throw new NotUnderstood(
      `a row must hold a record of CloudTrail, got the columns ${columns.slice(0, 8).join(", ")}`,
    );
  const names = columns.map((column) => COLUMNS.get(column.toLowerCase()));
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new NotUnderstood(
      `a row must hold every column that detections compare (select *), got none of ${missing.join(", ")}`,
    );
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, text]) => {
      const name = COLUMNS.get(column.toLowerCase());
      return name === undefined || isAbsent(text) ? [] : [[name, fieldValue(name, text)] as const];
    }),
  );
}
