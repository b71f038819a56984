import type { ServiceSurface } from "../surface";

export const ssoDirectory: ServiceSurface = {
  service: "sso-directory",
  title: "Directory of IAM Identity Center",
  records: "sso-directory",
  things: [
    {
      what: "people with their passwords and MFA devices, groups, and the identity provider",
      in: ["management", "member"],
    },
  ],
  accounts: ["management", "member"],
  documented: {
    source: "IAM Identity Center User Guide, information in CloudTrail",
    actions: [
      "AddMemberToGroup",
      "CompleteVirtualMfaDeviceRegistration",
      "CompleteWebAuthnDeviceRegistration",
      "CreateAlias",
      "CreateExternalIdPConfigurationForDirectory",
      "CreateGroup",
      "CreateUser",
      "DeleteExternalIdPConfigurationForDirectory",
      "DeleteGroup",
      "DeleteMfaDeviceForUser",
      "DeleteUser",
      "DisableExternalIdPConfigurationForDirectory",
      "DisableUser",
      "EnableExternalIdPConfigurationForDirectory",
      "EnableUser",
      "RemoveMemberFromGroup",
      "StartVirtualMfaDeviceRegistration",
      "StartWebAuthnDeviceRegistration",
      "UpdateExternalIdPConfigurationForDirectory",
      "UpdateGroup",
      "UpdateMfaDeviceForUser",
      "UpdatePassword",
      "UpdateUser",
      "VerifyEmail",
    ],
  },
  excused: [],
};
