import { METRIC_LATENCY, type DetectionSettings } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { exemptAccountsOf, exemptNamesOf } from "../exempt-names";
import type { ProtectedCalls } from "../protected-calls";
import { watch, watching, type Thing } from "../watch";
import { denied, padded, roleCall } from "./sample-calls";

const IN_SECURITY = { recipientAccountId: "222222222222" };
const TRUSTED = roleCall("iam", "UpdateAssumeRolePolicy", {
  requestParameters: { roleName: "OrganizationAccountAccessRole" },
  ...IN_SECURITY,
});
const KEY = roleCall("iam", "CreateAccessKey", { requestParameters: { userName: "break-glass" }, ...IN_SECURITY });

/** Whoever is exempt breaks a path by a call of its own, and that one is watched. */
const LATER = "it makes somebody exempt, who breaks a path by a call of his own";

/** Whoever signs for an identity provider is everybody whom it vouches for. Their ids are nobody's to foresee. */
const PROVIDER_CALLS = {
  AddClientIDToOpenIDConnectProvider: LATER,
  CreateOpenIDConnectProvider: LATER,
  CreateSAMLProvider: LATER,
  UpdateOpenIDConnectProviderThumbprint: LATER,
  UpdateSAMLProvider: LATER,
} as const satisfies ProtectedCalls;

/**
 * A password that is older than a new expiration period has expired at once, and with a hard expiry the user cannot set
 * another one in the console: who should break glass cannot.
 * Sources: IAM User Guide, set an account password policy for IAM users; IAM API Reference, PasswordPolicy, HardExpiry.
 */
const PASSWORD_POLICY_CALLS = {
  DeleteAccountPasswordPolicy: "it lets trusted users have a weaker password: no alert goes by it",
  UpdateAccountPasswordPolicy: "it keeps trusted users out, or lets them have a weak password: no alert goes by it",
} as const satisfies ProtectedCalls;

/** What is made or renamed, by its name, and by its path where a wildcard reaches over it. */
const made = (name: string, path: string, names: readonly string[], paths: readonly string[]): Thing =>
  paths.length === 0 ? { fields: [name], names } : { fields: [name, path], names: [...names, ...paths] };

/** Calls on a whole account: in those where event rules stand, and in the others that hold one of the identities. */
function inAccountsOf(settings: DetectionSettings, identities: readonly string[], calls: ProtectedCalls) {
  const { managementAccount, securityAccount } = settings;
  const others = exemptAccountsOf(settings, identities);
  return [
    watch({ service: "iam", calls, accounts: [...new Set([managementAccount, securityAccount])] }),
    ...(others === undefined ? [watch({ service: "iam", calls })] : []),
    ...(others === undefined || others.length === 0 ? [] : [watch({ service: "iam", calls, accounts: others })]),
  ];
}

export const exemptIdentityChanged = {
  id: "exempt-identity-changed",
  set: "blinding",
  title: "Somebody can become exempt from guardrails, or break glass",
  severity: "high",
  rationale:
    "Guardrails let some principals through, detections leave some out, and break glass trusts some by name. Whoever creates or re-trusts such a role, gives such a user a password, a key or an MFA device, or changes an identity provider of their account, can become one of them. Whoever changes the password policy of such a user's account can shut out whom break glass trusts: a password that is older than it allows has expired at once, and where it says so only an administrator sets another. Handing a role to a machine (iam:PassRole) is no call of its own and leaves no record of its own: what is created with the role does.",
  response: [
    "Read eventName, requestParameters.roleName or requestParameters.userName, recipientAccountId and userIdentity.arn, from 15 minutes before the alarm.",
    "Nobody planned it: undo it now (trust, policy, password, key, MFA device), then end the sessions of the role or the user.",
    "List what that role or user did since: userIdentity.sessionContext.sessionIssuer.arn or userIdentity.arn, from eventTime on. AssumeRole on a break-glass role comes first.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1098" },
    { source: "MITRE ATT&CK", control: "T1556" },
  ],
  path: watching(
    (settings) => [
      ...exemptNamesOf(settings).flatMap(({ kind, names, paths, accounts }) => {
        const place = accounts === undefined ? {} : { accounts };
        return kind === "role"
          ? [
              watch({
                service: "iam",
                calls: {
                  AddRoleToInstanceProfile: LATER,
                  AttachRolePolicy: LATER,
                  DeleteRolePermissionsBoundary: LATER,
                  PutRolePolicy: LATER,
                  UpdateAssumeRolePolicy: LATER,
                },
                of: { fields: ["roleName"], names },
                ...place,
              }),
              watch({
                service: "iam",
                calls: { CreateRole: LATER },
                of: made("roleName", "path", names, paths),
                ...place,
              }),
            ]
          : [
              watch({
                service: "iam",
                calls: {
                  AddUserToGroup: LATER,
                  AttachUserPolicy: LATER,
                  CreateAccessKey: LATER,
                  CreateLoginProfile: LATER,
                  DeactivateMFADevice: LATER,
                  DeleteUserPermissionsBoundary: LATER,
                  EnableMFADevice: LATER,
                  PutUserPolicy: LATER,
                  UpdateAccessKey: LATER,
                  UpdateLoginProfile: LATER,
                  UploadSigningCertificate: LATER,
                },
                of: { fields: ["userName"], names },
                ...place,
              }),
              watch({
                service: "iam",
                calls: { CreateUser: LATER },
                of: made("userName", "path", names, paths),
                ...place,
              }),
              // A user who gets the name of one whom somebody trusts.
              watch({
                service: "iam",
                calls: { UpdateUser: LATER },
                of: made("newUserName", "newPath", names, paths),
                ...place,
              }),
            ];
      }),
      ...inAccountsOf(settings, settings.exemptIdentities, PROVIDER_CALLS),
      ...inAccountsOf(
        settings,
        settings.exemptIdentities.filter((arn) => arn.includes(":user/")),
        PASSWORD_POLICY_CALLS,
      ),
    ],
    [
      { account: "management", region: "global" },
      { account: "security", region: "global" },
    ],
  ),
  fires: [
    padded(TRUSTED),
    TRUSTED,
    roleCall("iam", "AddRoleToInstanceProfile", {
      requestParameters: { roleName: "OrganizationAccountAccessRole", instanceProfileName: "mine" },
      ...IN_SECURITY,
    }),
    KEY,
    { ...KEY, eventName: "CreateLoginProfile" },
    {
      ...KEY,
      eventName: "EnableMFADevice",
      requestParameters: { userName: "break-glass", serialNumber: "arn:aws:iam::222222222222:mfa/mine" },
    },
    { ...KEY, eventName: "UpdateUser", requestParameters: { userName: "helper", newUserName: "break-glass" } },
    roleCall("iam", "UpdateSAMLProvider", IN_SECURITY),
    roleCall("iam", "UpdateSAMLProvider"),
    roleCall("iam", "UpdateAccountPasswordPolicy", {
      requestParameters: { maxPasswordAge: 1, hardExpiry: true },
      ...IN_SECURITY,
    }),
    roleCall("iam", "DeleteAccountPasswordPolicy", IN_SECURITY),
  ],
  ignores: [
    denied(TRUSTED),
    { ...TRUSTED, recipientAccountId: "555555555555" },
    { ...TRUSTED, requestParameters: { roleName: "application" } },
    { ...TRUSTED, eventName: "GetRole", readOnly: true },
    { ...KEY, requestParameters: { userName: "ci" } },
    { ...KEY, eventName: "UpdateUser", requestParameters: { userName: "break-glass", newUserName: "retired" } },
    { ...KEY, eventName: "ListAccessKeys", readOnly: true },
    roleCall("iam", "UpdateSAMLProvider", { recipientAccountId: "555555555555" }),
    roleCall("iam", "UpdateAccountPasswordPolicy", { recipientAccountId: "444444444444" }),
  ],
} as const satisfies CatalogueDetection;
