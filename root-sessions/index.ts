import { AssumeRoleCommand, AssumeRootCommand, STSClient } from "@aws-sdk/client-sts";
import { ROOT_SESSION_SECONDS } from "../catalogue/quotas";
import { rootTask, taskPolicyArn, type RootTask, type RootTaskId } from "../catalogue/aws/root-tasks";
import { blueprintOf, type Baseline, type Blueprint } from "../config";
import { tellingClient, type ClientClass } from "../organization/clients/calls";
import {
  clientConfig,
  credentialsIn,
  keyPairOf,
  type ClientConfig,
  type Credentials,
  type Environment,
} from "../organization/clients/client-config";
import { isOfCredentials } from "../organization/clients/refusals";
import { checkedCaller, type Caller } from "./caller";
import { entered, refuse, told } from "./refusal";
import { regionalOnly } from "./regional";
import { RootSession } from "./root-session";
import { sessionName } from "./session-name";

export type { Caller } from "./caller";
export type { RootSession } from "./root-session";

/** What root sessions are opened for. */
export interface Purpose {
  readonly task: RootTaskId;
  /** Leads to why, such as a ticket. It becomes part of the session's name, unless the caller is an IAM user. */
  readonly reason: string;
}

/** How the way into a break-glass role is told to whom it is closed. */
function whoMayEnter({ baseline }: Blueprint): string {
  const { permissionSets, users, roles } = baseline.rootAccess.breakGlass.trust;
  const sets = permissionSets.map((set) => `permission set ${set}`);
  const withMfa = users.map((user) => `${user} with MFA within the last hour`);
  return `the role trusts ${[...sets, ...withMfa, ...roles].join(", ")}, and must be deployed`;
}

/**
 * Opens root sessions for one task: through the break-glass role of the task in the security account, whose session is
 * renewed as long as the caller's credentials last.
 */
export class RootSessions {
  readonly task: RootTask;
  /** Name of the break-glass session. */
  readonly name: string;
  private readonly sts: STSClient;
  private readonly ownSts: STSClient;

  constructor(
    private readonly blueprint: Blueprint,
    readonly caller: Caller,
    { task, reason }: Purpose,
    private readonly own: ClientConfig,
    private readonly env: Environment,
  ) {
    this.task = rootTask(task);
    // The trust of a user asks for this very name.
    this.name = caller.isUser ? caller.person : sessionName(caller.person, reason);
    this.ownSts = regionalOnly(this.ownClient(STSClient));
    const within = clientConfig(env, blueprint.homeRegion, () => this.enter());
    this.sts = regionalOnly(tellingClient(STSClient, within, blueprint.accounts.security.id));
  }

  /** A client with the caller's own credentials. */
  ownClient<Client extends object>(Client: ClientClass<Client>): Client {
    return tellingClient(Client, this.own, this.caller.account);
  }

  /** Enters the break-glass role, so that a way that is closed is known before anything is begun. */
  async check(): Promise<void> {
    await this.sts.config.credentials();
  }

  /** Refuses what can be no member account, before anything is asked for. */
  checkTarget(account: string): void {
    const { management } = this.blueprint.accounts;
    if (!/^\d{12}$/.test(account)) refuse("the account of a root session", "be an account's id of 12 digits", account);
    if (account === management.id)
      refuse("the account of a root session", "be a member account", `the management account ${account}`);
  }

  /**
   * A root session in a member account. Throws a SessionRefusal for the management account, which has none, and with
   * what AWS says where it refuses; an EntryRefusal where no account can be reached any more.
   */
  async open(account: string): Promise<RootSession> {
    const { partition, homeRegion } = this.blueprint;
    this.checkTarget(account);
    const command = new AssumeRootCommand({
      TargetPrincipal: account,
      TaskPolicyArn: { arn: taskPolicyArn(partition.id, this.task) },
      DurationSeconds: ROOT_SESSION_SECONDS,
    });
    const advice = "root sessions must be on, and no policy may deny them";
    const answer = await entered(told("sts:AssumeRoot", account, advice, this.sts.send(command)), isOfCredentials);
    const credentials = credentialsIn(answer.Credentials, `sts:AssumeRoot in account ${account}`);
    return new RootSession({ account, task: this.task, region: homeRegion, credentials, env: this.env });
  }

  /**
   * A client in an account, by a role that is no break-glass role and trusts the caller. Throws a
   * SessionRefusal where it does not.
   */
  async throughRole<Client extends object>(
    Client: ClientClass<Client>,
    account: string,
    role: string,
  ): Promise<Client> {
    const credentials = await this.assume(this.blueprint.arns.role(account, role), "the role must trust the caller");
    return tellingClient(Client, clientConfig(this.env, this.blueprint.homeRegion, credentials), account);
  }

  private async assume(RoleArn: string, advice: string): Promise<Credentials> {
    const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: this.name });
    const answer = await told(`sts:AssumeRole of ${RoleArn}`, this.caller.account, advice, this.ownSts.send(command));
    return credentialsIn(answer.Credentials, `assuming ${RoleArn}`);
  }

  private async enter(): Promise<Credentials> {
    const RoleArn = this.blueprint.arns.breakGlassRole(this.task.id);
    return entered(this.assume(RoleArn, whoMayEnter(this.blueprint)));
  }
}

/** Refuses tasks that the configuration does not have: their break-glass roles are not there. */
export function checkTasks(baseline: Baseline, wanted: readonly RootTaskId[]): void {
  const { tasks } = baseline.rootAccess.breakGlass;
  const missing = wanted.filter((task) => !tasks.includes(task)).map((task) => JSON.stringify(task));
  if (missing.length === 0) return;
  const rule = `contain ${missing.join(" and ")}; deploy the stack root-access then`;
  refuse("rootAccess.breakGlass.tasks", rule, JSON.stringify(tasks));
}

/**
 * The root sessions of a task, for the caller of the environment's credentials. Throws a SessionRefusal for a task that
 * the configuration does not have, and for credentials of another account, partition or organization.
 */
export async function rootSessions(baseline: Baseline, purpose: Purpose, env: Environment = {}): Promise<RootSessions> {
  checkTasks(baseline, [purpose.task]);
  const blueprint = blueprintOf(baseline);
  const own = clientConfig(env, blueprint.homeRegion, keyPairOf(env));
  return new RootSessions(blueprint, await checkedCaller(baseline, own), purpose, own, env);
}
