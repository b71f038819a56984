import { showRootAccess } from "../../../commands/protection/root-access";
import type { RootAccessFacts } from "../../../organization/root-access";
import { asRead, refused } from "../../organization/as-read";
import { role } from "./sample-role";

const NOTHING = {
  trustedAccess: [],
  features: [],
  delegatedAdministrators: [],
  breakGlassRoles: [],
  securityContact: undefined,
};
const shown = (facts: Parameters<typeof asRead<RootAccessFacts>>[0]) => showRootAccess(asRead<RootAccessFacts>(facts));

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
  expect(shown(facts)).toEqual([
    "  central root        RootCredentialsManagement, RootSessions",
    "  administered by     222222222222 (security)",
    "  break glass         org-baseline-break-glass-audit: root sessions for IAMAuditRootUserCredentials only",
    "  security contact    Security Team <aws-security@example.com>",
  ]);
});

test("what is missing is loud", () => {
  expect(shown(NOTHING)).toEqual([
    "  central root        OFF: no feature is on",
    "  administered by     NOBODY: no delegated administrator",
    "  security contact    none",
  ]);
});

test("a break-glass role that is bound to no task is loud", () => {
  const unbound = { ...role("org-baseline-break-glass-audit", ""), inlinePolicies: {} };
  expect(shown({ ...NOTHING, breakGlassRoles: [unbound] })).toContain(
    "  break glass         org-baseline-break-glass-audit: root sessions for NO SINGLE TASK",
  );
});

test("a part that was not read is told by itself, with the call and what mends it", () => {
  const parts = { ...asRead<RootAccessFacts>(NOTHING), breakGlassRoles: refused() };
  expect(showRootAccess(parts)).toEqual([
    "  central root        OFF: no feature is on",
    "  administered by     NOBODY: no delegated administrator",
    "  break glass         NOT READ: the AWS credentials must be allowed to read this, got AccessDenied from IAM ListRoles in",
    "                      222222222222 (us-east-1)",
    "  security contact    none",
  ]);
});
