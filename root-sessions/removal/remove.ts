import type { IAMClient } from "@aws-sdk/client-iam";
import { unlessAbsent } from "../../organization/clients/absent";
import { SessionRefusal, told } from "../refusal";
import { callOf, isSame, sendRemoval, type Credential } from "./credentials";
import type { Removed } from "./record";

/** Where credentials are removed. */
export interface Removing {
  readonly account: string;
  readonly iam: IAMClient;
  /** Begins no other call once it has come. */
  readonly signal: AbortSignal;
  /** Hears of all calls before each, and after. What it throws ends the removal. */
  readonly tell: (removals: readonly Removed[]) => void;
}

const isOver = ({ state }: Removed): boolean => state === "removed" || state === "gone";

/** Why a credential is kept without asking AWS: MFA goes once all that it protects has gone. */
const whyKept = ({ kind }: Credential, done: readonly Removed[]): string | undefined =>
  kind === "mfa-device" && !done.every((each) => each.kind === kind || isOver(each))
    ? "it protects what is left: MFA goes last"
    : undefined;

/** Whether a device is still somebody's: it cannot be deleted then. */
const isAssigned = (credential: Credential, done: readonly Removed[]): boolean =>
  credential.kind === "unassigned-device" &&
  !done.some((each) => isSame(each, { ...credential, kind: "mfa-device" }) && isOver(each));

/** Whether AWS said no, and so did nothing. Of a failure of its own, or of the way to it, nobody knows. */
const isRefusal = (error: unknown): boolean => {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return status >= 400 && status < 500;
};

async function outcome(credential: Credential, { account, iam }: Removing): Promise<Pick<Removed, "state" | "said">> {
  const answer = unlessAbsent(["NoSuchEntityException"], sendRemoval(iam, credential));
  try {
    const done = await told(callOf(credential), account, "no policy may deny it to the root session", answer);
    return { state: done === undefined ? "gone" : "removed" };
  } catch (error) {
    if (!(error instanceof SessionRefusal)) throw error;
    return { state: isRefusal(error.cause) ? "kept" : "unanswered", said: error.message };
  }
}

/**
 * Removes credentials of a root user, one after the other. One that AWS refuses is kept, and the next is tried: all but
 * MFA, which stays while anything is left that it protects.
 */
export async function removeCredentials(
  credentials: readonly Credential[],
  removing: Removing,
): Promise<readonly Removed[]> {
  const { signal, tell } = removing;
  const done: Removed[] = [];
  for (const credential of credentials) {
    if (signal.aborted) break;
    if (isAssigned(credential, done)) continue;
    const begun = { ...credential, call: callOf(credential), at: new Date().toISOString() };
    const said = whyKept(credential, done);
    if (said === undefined) tell([...done, { ...begun, state: "removing" }]);
    done.push({ ...begun, ...(said === undefined ? await outcome(credential, removing) : { state: "kept", said }) });
    tell(done);
  }
  return done;
}
