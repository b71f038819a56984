import { parseArgs } from "node:util";
import { UsageError } from "../usage-error";

export const HELP = `npm run baseline -- simulate: what the policies of this configuration say about a call

  --account <id|name>    account of the caller: 12 digits, management, security or logArchive (--live: any name)
  --principal <who>      root, assumed-root, an IAM ARN of a role or user, or a service (cloudtrail.amazonaws.com)
  --action <service:Name>
  --resource <arn>       default: a call on no specific resource
  --path <OU path|id>    where the account lies, such as Workloads/Prod; repeat for ids. Default: directly below the root
  --context <key=value>  condition key of the request; repeat a key for a list.
                         Default: aws:RequestedRegion is homeRegion, aws:SecureTransport is true
  --at <time>            when, in ISO 8601. Default: now
  --matrix               instead: guardrail x principal x a representative action, for each target
  --live                 read the real organization's policies, attachments and OU paths, and judge them together with
                         ours. Without --action: name every policy that would hold back what the baseline needs
  --json                 the answer for machines

Exit codes: 0 not denied (allowed, or not bound), 2 denied, 1 a mistake, or a live policy that cannot be judged.
Nothing is granted here: "allowed" means that no policy of the organization holds the call back.`;

/** What was asked. */
export interface Options {
  readonly help: boolean;
  readonly matrix: boolean;
  readonly live: boolean;
  readonly json: boolean;
  readonly account: string | undefined;
  readonly principal: string | undefined;
  readonly action: string | undefined;
  readonly resource: string | undefined;
  readonly path: readonly string[];
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly at: string;
}

function contextOf(pairs: readonly string[]): Options["context"] {
  const context: Record<string, string | readonly string[]> = {};
  for (const pair of pairs) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined)
      throw new UsageError(`--context must be key=value, got ${JSON.stringify(pair)}`);
    const before = context[key];
    context[key] = before === undefined ? value : [...(typeof before === "string" ? [before] : before), value];
  }
  return context;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", default: false },
        matrix: { type: "boolean", default: false },
        live: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        account: { type: "string" },
        principal: { type: "string" },
        action: { type: "string" },
        resource: { type: "string" },
        path: { type: "string", multiple: true, default: [] },
        context: { type: "string", multiple: true, default: [] },
        at: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`simulate must be called as --help says, got ${String(error).replace(/^.*?Error.*?: /, "")}`);
  }
}

/** Reads the arguments of `simulate`. */
export function options(args: readonly string[], now: () => Date = () => new Date()): Options {
  const values = parsed(args);
  const { account, principal, action, resource } = values;
  const at =
    values.at ??
    now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
  return { ...values, account, principal, action, resource, context: contextOf(values.context), at };
}

/** An option that must be there. */
export function required(name: string, value: string | undefined): string {
  if (value === undefined || value === "") throw new UsageError(`--${name} must be given (see --help), got nothing`);
  return value;
}
