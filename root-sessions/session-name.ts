/** Longest name of a session, in characters. Source: AWS STS API Reference, AssumeRole, RoleSessionName. */
const LONGEST = 64;

/** Characters that a name of a session cannot have. Source: the same. */
const FOREIGN = /[^\w+=,.@-]+/g;

/** Kept of the person at least: enough to tell people apart, and the record of the call names them whole. */
const OF_PERSON = 24;

const allowed = (text: string): string => text.replaceAll(FOREIGN, "-").replaceAll(/^-+|-+$/g, "");

/**
 * The name of a break-glass session, which AWS records with the AssumeRoot call: the reason, then the person, such as
 * `INC-1234,jane@example.com`. Either is cut where both do not fit, the person's end first.
 */
export function sessionName(person: string, reason: string): string {
  const [who, why] = [allowed(person) || "unknown", allowed(reason)];
  if (why === "") return who.slice(0, LONGEST);
  const room = LONGEST - 1;
  const ofReason = why.slice(0, room - Math.min(who.length, OF_PERSON));
  return `${ofReason},${who.slice(0, room - ofReason.length)}`;
}

/** What a name of a session says: the person alone where it was made without a reason, as the trust of a user asks. */
export function saidByName(name: string): { readonly person: string; readonly reason: string | undefined } {
  const comma = name.lastIndexOf(",");
  return comma < 1
    ? { person: name, reason: undefined }
    : { person: name.slice(comma + 1), reason: name.slice(0, comma) };
}
