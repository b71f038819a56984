import type { RootTaskId } from "../../catalogue/aws/root-tasks";
import type { RootSession } from "../root-session";

/** A policy that may lock everybody out of the thing that it is attached to, in a root session that can remove it. */
export interface Lock {
  /** The policy as AWS keeps it; undefined where there is none. Throws a SessionRefusal where AWS refuses. */
  readonly read: () => Promise<string | undefined>;
  readonly remove: () => Promise<void>;
}

/** What is put back, and where. */
export interface PutBack {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  /** Holds the policy; as a shell reads its name. */
  readonly file: string;
}

/** A kind of thing that a root task unlocks. */
export interface LockKind {
  readonly noun: "bucket" | "queue";
  readonly task: RootTaskId;
  /** Calls in the session. */
  readonly calls: readonly string[];
  /** Calls by which an administrator would mend the policy. */
  readonly mendingCalls: readonly string[];
  readonly lockOn: (session: RootSession, thing: string, region: string) => Lock;
  /** How long a policy that is removed may still be shown. */
  readonly settlesWithinSeconds: number;
  /** Lines of the command that puts the policy in a file back, as a shell runs it. */
  readonly putBack: (what: PutBack) => readonly string[];
}
