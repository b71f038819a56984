import type { ServiceSurface } from "../surface";

export const signin: ServiceSurface = {
  service: "signin",
  title: "AWS Sign-In",
  records: "signin",
  things: [{ what: "whether and by which policies people reach the console", in: ["management", "member"] }],
  accounts: ["management", "member"],
  excused: [
    {
      reason: "adds",
      because: "an account or an application more, which nobody trusts yet",
      actions: ["CreateAccount", "CreateOAuth2PublicClient", "CreateTrustedIdentityPropagationApplicationForConsole"],
    },
    {
      reason: "harmless",
      because: "somebody must sign in again",
      actions: ["RevokeOAuth2Token"],
    },
  ],
};
