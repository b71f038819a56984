import { isOfCredentials, refusalOf } from "../organization/clients/refusals";

/** A root session that is refused by us, or a call in it by AWS. Shown as it is, without a stack trace. */
export class SessionRefusal extends Error {
  override readonly name = "SessionRefusal";
}

/** The way into the break-glass role is closed: no account can be reached, whichever is tried. */
export class EntryRefusal extends SessionRefusal {}

/** Refuses: `<where> must <rule>, got <value>`. */
export function refuse(where: string, rule: string, got: string): never {
  throw new SessionRefusal(`${where} must ${rule}, got ${got}`);
}

/** The first line of what an error says, with the name that AWS gave it. */
export const saidBy = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.split("\n")[0] ?? ""}` : String(error);

/**
 * What a call gives. Where AWS, or the way to it, refuses, says which call in which account and what to do; what is no
 * refusal is a bug, and stays as it is.
 */
export async function told<T>(call: string, account: string, advice: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SessionRefusal || refusalOf(error) === undefined) throw error;
    const mends = isOfCredentials(error) ? "the credentials must be valid: sign in again" : advice;
    throw new SessionRefusal(`${call} in account ${account} must succeed (${mends}), got ${saidBy(error)}`, {
      cause: error,
    });
  }
}

/** What a way in gives. Throws an EntryRefusal where it is refused for a cause that closes it for every account. */
export async function entered<T>(entering: Promise<T>, closes: (cause: unknown) => boolean = () => true): Promise<T> {
  try {
    return await entering;
  } catch (error) {
    if (!(error instanceof SessionRefusal) || !closes(error.cause)) throw error;
    throw new EntryRefusal(error.message, { cause: error.cause });
  }
}
