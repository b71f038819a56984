import { NOT_BOUND, type Condition, type DenyStatement, type Guardrail, type GuardrailSettings } from "../guardrail";
import {
  CI_USER,
  EXCEPTED,
  EXCEPTED_ROOT,
  MEMBER,
  MEMBER_ROOT,
  MEMBER_ROOT_SESSION,
  MEMBER_SSO_ADMINISTRATOR,
  NOBODY_YET,
  ROLE_NAMED_ROOT,
  SECURITY,
  SECURITY_BREAK_GLASS_USER,
  signingIn,
  USER_NAMED_ROOT,
} from "./cast";
import { ROOT_USER, rootOf } from "./deny-root-user";
import { attack, by, note } from "./vocabulary";

/**
 * AWS Sign-In asks twice. Before the password nobody is authenticated, so `aws:PrincipalArn` is absent and
 * `signin:PrincipalArn` says who wants to sign in; afterwards it is the other way round. Source: AWS Sign-In User Guide,
 * console access control, supported actions and condition keys.
 */
const PHASES = [
  { Sid: "DenyRootSignIn", Action: ["signin:Authenticate"], key: "signin:PrincipalArn" },
  {
    Sid: "DenyRootSignInAuthorized",
    Action: ["signin:AuthorizeOAuth2Access", "signin:CreateOAuth2Token"],
    key: "aws:PrincipalArn",
  },
] as const;

type Phase = (typeof PHASES)[number];

const denying = ({ Action }: Phase, Sid: string, Condition: Condition): DenyStatement => ({
  Sid,
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: "*",
  Condition,
});

/** Everybody's root user but the excepted ones, and these outside their days: as in deny-root-user. */
const statementsOf =
  ({ rootExceptions }: GuardrailSettings) =>
  (phase: Phase): readonly DenyStatement[] => {
    const { Sid, key } = phase;
    const excepted = rootExceptions.map(({ account }) => rootOf(account));
    return [
      denying(phase, Sid, {
        ArnLike: { [key]: ROOT_USER },
        ...(excepted.length === 0 ? {} : { ArnNotLike: { [key]: excepted } }),
      }),
      ...rootExceptions.flatMap(({ account, from, until }) => {
        const ArnLike = { [key]: rootOf(account) };
        return [
          denying(phase, `${Sid}Before${account}`, { ArnLike, DateLessThan: { "aws:CurrentTime": from } }),
          denying(phase, `${Sid}After${account}`, { ArnLike, DateGreaterThanEquals: { "aws:CurrentTime": until } }),
        ];
      }),
    ];
  };

// Moments around the exception of the proof settings.
const BEFORE = "2026-12-01T07:59:59Z";
const DURING = "2026-12-02T00:00:00Z";
const END = "2026-12-03T08:00:00Z";

const AS_MEMBER_ROOT = signingIn("arn:aws:iam::444444444444:root");
const AS_EXCEPTED_ROOT = signingIn("arn:aws:iam::666666666666:root");

export const denyRootSignIn = {
  id: "deny-root-sign-in",
  title: "Refuse the sign-in of member accounts' root users before the password",
  type: "RESOURCE_CONTROL_POLICY",
  rationale:
    "A root user who cannot sign in to the console needs no password that somebody could steal. AWS Sign-In asks resource control policies before it asks for the password, once that is switched on. The switch has no Terraform resource: it is a step, below, and until it is done this policy does nothing.",
  cost: "The few console tasks of a real root user need a dated exception in guardrails.rootExceptions, as with deny-root-user. Once the switch is on, every policy that speaks of the three sign-in actions counts, yours and others': look for them first.",
  binds: `Root users of member accounts below the target, at the sign-in page and in aws login. Not bound: calls signed with an access key, which deny-root-user and deny-root-access-keys hold. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.2" },
    { source: "AWS Sign-In User Guide", control: "Controlling console access with resource control policies" },
    { source: "AWS Security Blog", control: "Restrict console access with sign-in resource-based policies and RCPs" },
  ],
  statements: (settings) => PHASES.flatMap(statementsOf(settings)),
  denies: [
    by(NOBODY_YET).in(MEMBER).calls("signin:Authenticate", undefined, AS_MEMBER_ROOT),
    by(MEMBER_ROOT).calls("signin:AuthorizeOAuth2Access"),
    attack("Get keys for the command line out of a console session, by aws login")
      .by(MEMBER_ROOT)
      .calls("signin:CreateOAuth2Token"),
    attack("Turn a root session into a console session").by(MEMBER_ROOT_SESSION).calls("signin:CreateOAuth2Token"),
    note("The exception has not begun: one second before")
      .by(NOBODY_YET)
      .in(EXCEPTED)
      .at(BEFORE)
      .calls("signin:Authenticate", undefined, AS_EXCEPTED_ROOT),
    note("The exception has ended: to the second")
      .by(NOBODY_YET)
      .in(EXCEPTED)
      .at(END)
      .calls("signin:Authenticate", undefined, AS_EXCEPTED_ROOT),
    by(EXCEPTED_ROOT).at(BEFORE).calls("signin:AuthorizeOAuth2Access"),
    attack("Stay signed in until after the exception").by(EXCEPTED_ROOT).at(END).calls("signin:CreateOAuth2Token"),
  ],
  permits: [
    note("Whoever is not root signs in as before: an IAM user")
      .by(NOBODY_YET)
      .in(SECURITY)
      .calls("signin:Authenticate", undefined, signingIn("arn:aws:iam::222222222222:user/break-glass")),
    note("Federation, where nobody says who it is before the identity provider does")
      .by(NOBODY_YET)
      .in(MEMBER)
      .calls("signin:Authenticate"),
    note("A user who is named root")
      .by(NOBODY_YET)
      .in(MEMBER)
      .calls("signin:Authenticate", undefined, signingIn("arn:aws:iam::444444444444:user/root")),
    by(SECURITY_BREAK_GLASS_USER).calls("signin:AuthorizeOAuth2Access"),
    by(MEMBER_SSO_ADMINISTRATOR).calls("signin:CreateOAuth2Token"),
    by(CI_USER).calls("signin:AuthorizeOAuth2Access"),
    by(ROLE_NAMED_ROOT).calls("signin:CreateOAuth2Token"),
    by(USER_NAMED_ROOT).calls("signin:CreateOAuth2Token"),
    note("During the exception")
      .by(NOBODY_YET)
      .in(EXCEPTED)
      .at(DURING)
      .calls("signin:Authenticate", undefined, AS_EXCEPTED_ROOT),
    by(EXCEPTED_ROOT).at(DURING).calls("signin:AuthorizeOAuth2Access"),
    note("Only the sign-in is refused here").by(MEMBER_ROOT).calls("s3:ListAllMyBuckets"),
  ],
} as const satisfies Guardrail;
