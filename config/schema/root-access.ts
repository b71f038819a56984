import { z } from "zod";
import { ROOT_TASKS, type RootTaskId } from "../../catalogue/aws/root-tasks";
import { emailAddress, formed, uniqueList } from "./primitives";
import { roleArn, userArn } from "./principals";

const taskIds = ROOT_TASKS.map((task) => task.id) as [RootTaskId, ...RootTaskId[]];

const permissionSet = formed(/^[\w+=,.@-]{1,32}$/, "be the name of a permission set").refine(
  (name) => !/^AWSReservedSSO_/i.test(name),
  "be the name of the permission set, without what the name of its roles has before and after it",
);

const trust = z.strictObject({
  /**
   * Identity Center permission sets assigned in the security account. Their MFA is the identity provider's: federated
   * sessions never carry `aws:MultiFactorAuthPresent`, so nothing asks for it here. Whoever is assigned to one, or joins
   * its group, may break glass: `identity-center-changed` and `identity-center-user-changed` tell of that.
   * @default none
   */
  permissionSets: uniqueList(permissionSet).default([]),
  /**
   * ARNs of IAM users, who must have signed in with MFA within the last hour, and must give the session their own name
   * (`--role-session-name break-glass`). They work when the identity provider does not.
   * @default none
   */
  users: uniqueList(userArn).default([]),
  /**
   * ARNs of IAM roles. Neither MFA nor a session name is asked for here: how such a role is entered, its own trust says.
   * @default none
   */
  roles: uniqueList(roleArn).default([]),
});

const breakGlass = z.strictObject({
  /**
   * Root tasks for which a role is created in the security account, one role a task. Needs `RootSessions`. Lock-out
   * risk: none. Abuse risk: `create-password` reopens root sign-in of a member account, `delete-credentials` cannot be
   * undone.
   */
  tasks: uniqueList(z.enum(taskIds)),
  /**
   * Who may assume these roles. At least one path, better two that do not depend on each other. Lock-out risk: where
   * all depend on the identity provider, its outage is yours.
   */
  trust,
});

const text = (most: number) => formed(/\S/, "be text that is not empty").max(most, `have at most ${most} characters`);

const securityContact = z.strictObject({
  /** Name of the contact, up to 64 characters. */
  name: text(64),
  /** Title of the contact, up to 50 characters. */
  title: text(50),
  /** Mailbox that AWS writes to about security. Several people should read it. */
  email: emailAddress,
  /** Phone number, as AWS accepts it. */
  phone: formed(/^[\s0-9()+-]{1,25}$/, "be a phone number such as +1-555-0100"),
});

export const rootAccess = z.strictObject({
  /**
   * `create` switches the features on and registers the security account as delegated administrator.
   * `use` is for an organization in which both were done by others: the delegation is checked, nothing of it is
   * touched, so a destroy leaves it as it was.
   */
  mode: z.enum(["create", "use"]),
  /**
   * Features of centralized root access, by their API names.
   * Cost: none. Lock-out risk: none by itself, since existing credentials stay until somebody deletes them.
   * In AWS GovCloud (US) there are only `RootSessions`; elsewhere `RootSessions` comes with
   * `RootCredentialsManagement`.
   */
  features: uniqueList(z.enum(["RootCredentialsManagement", "RootSessions"])).min(1, "name at least one feature"),
  /** Roles for the day on which a root task must be done in a member account. */
  breakGlass,
  /**
   * Security alternate contact of the management account (Security Hub Account.1). Not in AWS GovCloud (US), which has
   * no API for it. Cost: none.
   * @default left as it is
   */
  securityContact: securityContact.optional(),
});
