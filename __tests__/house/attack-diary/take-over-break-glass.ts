import { parseArn } from "../../../catalogue/aws/arn";
import type { Blueprint } from "../../../config";
import { by as attemptBy, type Attempt } from "./diary";

/** One thing that somebody tries, to open root sessions or to become exempt. */
export interface TakeOver extends Attempt {
  /** `denied` by a guardrail, or `told` by a detection: what stops it. */
  readonly end: "denied" | "told";
}

type Parameters = Readonly<Record<string, unknown>>;

/** Delegated administrator of Identity Center and of account management, in this diary. */
const DELEGATE = "444444444444";

/** Every way that is known to take over break glass, or an exemption, under a configuration with a user and a deploy role. */
export function attempts({ accounts, arns, guardrailSettings: settings }: Blueprint): readonly TakeOver[] {
  const security = accounts.security.id;
  const [breakGlass = ""] = settings.breakGlassRoles;
  const user = settings.trustedIdentities.find((arn) => arn.includes(":user/")) ?? "";
  const exempt = settings.exemptPrincipals.filter((arn) => !/[*?]/.test(arn));
  const deployRole = exempt.find((arn) => parseArn(arn)?.account === security) ?? "";
  const archiveRole = exempt.find((arn) => parseArn(arn)?.account === accounts.logArchive.id) ?? "";
  const nameOf = (arn: string): string => arn.split("/").at(-1) ?? "";

  const by =
    (account: string, name?: string) =>
    (end: TakeOver["end"], sentence: string, action: string, resource?: string, parameters: Parameters = {}) => ({
      // A role that is handed over leaves no record of its own.
      ...attemptBy(account, name)(sentence, action, {
        ...(resource === undefined ? {} : { resource }),
        ...(action === "iam:PassRole" ? {} : { parameters }),
      }),
      end,
    });
  const administrator = by(security);
  const archivist = by(accounts.logArchive.id);
  const delegate = by(DELEGATE);
  const inManagement = by(accounts.management.id);

  const roleName = nameOf(breakGlass);
  const userName = nameOf(user);
  const onRole = (end: TakeOver["end"], sentence: string, action: string, arn: string) =>
    administrator(end, sentence, action, arn, { roleName: nameOf(arn) });
  const onUser = (sentence: string, action: string) => administrator("denied", sentence, action, user, { userName });

  return [
    onRole("denied", "Trust oneself in the break-glass role", "iam:UpdateAssumeRolePolicy", breakGlass),
    onRole("denied", "Widen what it may open", "iam:PutRolePolicy", breakGlass),
    onRole("denied", "The same with a managed policy", "iam:AttachRolePolicy", breakGlass),
    onRole("denied", "Delete it, to create it anew", "iam:DeleteRole", breakGlass),
    onRole("denied", "Create it, with a trust of one's own", "iam:CreateRole", breakGlass),
    onRole("denied", "Trust oneself in the deploy role", "iam:UpdateAssumeRolePolicy", deployRole),
    onRole("denied", "Let a function run as the deploy role", "iam:PassRole", deployRole),
    onRole("denied", "Take its boundary away", "iam:DeleteRolePermissionsBoundary", deployRole),
    administrator("told", "Put it into a machine's profile", "iam:AddRoleToInstanceProfile", undefined, {
      roleName: nameOf(deployRole),
    }),
    archivist("denied", "The same in the log archive", "iam:UpdateAssumeRolePolicy", archiveRole, {
      roleName: nameOf(archiveRole),
    }),
    onUser("Give the break-glass user a password", "iam:CreateLoginProfile"),
    onUser("Change its password", "iam:UpdateLoginProfile"),
    onUser("Give it an access key", "iam:CreateAccessKey"),
    onUser("Use an old key of it again", "iam:UpdateAccessKey"),
    onUser("Register one's own phone as its MFA device", "iam:EnableMFADevice"),
    onUser("Take its device away first", "iam:DeactivateMFADevice"),
    onUser("Create it before anybody else does", "iam:CreateUser"),
    administrator("denied", "Give its name to a user of one's own", "iam:UpdateUser", user, {
      userName: "helper",
      newUserName: userName,
    }),
    administrator("told", "Put it into a group that may more", "iam:AddUserToGroup", undefined, { userName }),
    administrator(
      "denied",
      "Vouch for everybody, with a certificate of one's own at the identity provider",
      "iam:UpdateSAMLProvider",
      `arn:aws:iam::${security}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE`,
    ),
    administrator("denied", "Open a root session without break glass", "sts:AssumeRoot", arns.rootUser("444444444444")),
    by(DELEGATE, roleName)(
      "denied",
      "The same from an account whose role has the same name",
      "sts:AssumeRoot",
      arns.rootUser("555555555555"),
    ),
    administrator("denied", "Switch root sessions off", "iam:DisableOrganizationsRootSessions"),
    delegate("told", "Assign the break-glass permission set to oneself", "sso:CreateAccountAssignment", undefined, {
      targetId: security,
      targetType: "AWS_ACCOUNT",
    }),
    delegate("told", "Write root sessions into one's own permission set", "sso:PutInlinePolicyToPermissionSet"),
    delegate("told", "Join the group that is assigned", "identitystore:CreateGroupMembership"),
    delegate("told", "The same in the console", "sso-directory:AddMemberToGroup"),
    delegate("told", "Become a member of it, with a new password", "sso-directory:UpdatePassword"),
    delegate("told", "Bring one's own identity provider", "sso-directory:EnableExternalIdPConfigurationForDirectory"),
    delegate("told", "Make the root user's mailbox one's own", "account:StartPrimaryEmailUpdate", undefined, {
      accountId: "555555555555",
    }),
    inManagement("told", "Switch off what refuses root sign-in", "signin:DeleteConsoleAuthorizationConfiguration"),
    inManagement("told", "Take the guardrail off the security account", "organizations:DetachPolicy"),
    inManagement("told", "Move the security account out from under it", "organizations:MoveAccount"),
    by(security, nameOf(deployRole))(
      "told",
      "Re-trust break glass as the deploy role",
      "iam:UpdateAssumeRolePolicy",
      breakGlass,
      { roleName },
    ),
  ];
}
