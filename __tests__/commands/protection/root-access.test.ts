import { showRootAccess } from "../../../commands/protection/root-access";
import { role } from "./sample-role";

const NOTHING = { trustedAccess: [], features: [], delegatedAdministrators: [], breakGlassRoles: [] };

test("features, administrator, the one task of each break-glass role, and the contact", () => {
  const facts = {
    ...NOTHING,
    features: ["RootCredentialsManagement", "RootSessions"],
    delegatedAdministrators: [{ id: "222222222222", name: "security" }],
    breakGlassRoles: [
      role("org-baseline-break-glass-audit", "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"),
    ],
    securityContact: { name: "Security Team", email: "aws-security@example.com" },
  };
  expect(showRootAccess(facts)).toEqual([
    "  central root        RootCredentialsManagement, RootSessions",
    "  administered by     222222222222 (security)",
    "  break glass         org-baseline-break-glass-audit: root sessions for IAMAuditRootUserCredentials only",
    "  security contact    Security Team <aws-security@example.com>",
  ]);
});

test("what is missing is loud", () => {
  expect(showRootAccess(NOTHING)).toEqual([
    "  central root        OFF: no feature is on",
    "  administered by     NOBODY: no delegated administrator",
    "  security contact    none",
  ]);
});

test("a break-glass role that is bound to no task is loud", () => {
  const unbound = { ...role("org-baseline-break-glass-audit", ""), inlinePolicies: {} };
  expect(showRootAccess({ ...NOTHING, breakGlassRoles: [unbound] })).toContain(
    "  break glass         org-baseline-break-glass-audit: root sessions for NO SINGLE TASK",
  );
});
