import type { Blueprint } from "../../../config";
import { isBody, type Body } from "../../../terraform/json";

/** Whom a module is for: an id that the configuration holds, and that a call may replace. */
export interface Identity {
  /** Name of the variable. */
  readonly variable: string;
  /** As configured: the default. */
  readonly id: string;
  readonly description: string;
  /** Regular expression of the ids that are valid. */
  readonly form: string;
  /** Whether whatever is built there may be destroyed again. */
  readonly isTrial: boolean;
}

const ACCOUNT = "^[0-9]{12}$";

/** The organization and the accounts that hold a part of the baseline, each once. */
export function identitiesOf({ accounts, baseline }: Blueprint): readonly Identity[] {
  const { management, security, ownLogArchive } = accounts;
  const account = (variable: string, id: string, what: string): Identity => ({
    ...{ variable, id, form: ACCOUNT, isTrial: baseline.trialAccounts.includes(id) },
    description: `Id of the ${what} account`,
  });
  return [
    {
      ...{ variable: "organization_id", id: baseline.organization.id, form: "^o-[a-z0-9]{10,32}$", isTrial: false },
      description: "Id of the organization",
    },
    account("management_account_id", management.id, "management"),
    account("security_account_id", security.id, "security"),
    ...(ownLogArchive === undefined ? [] : [account("log_archive_account_id", ownLogArchive.id, "log archive")]),
  ];
}

/** The variable of an identity. No call may take an account for two, or build what can be destroyed in another. */
export function variableOf(identity: Identity, all: readonly Identity[]): Body {
  const { variable, id, description, form, isTrial } = identity;
  // Only those before it: two variables that ask each other are a circle.
  const others = all.slice(0, all.indexOf(identity)).filter((other) => other.form === form);
  return {
    type: "string",
    description,
    default: id,
    nullable: false,
    validation: [
      {
        condition: `\${can(regex(${JSON.stringify(form)}, var.${variable}))}`,
        error_message: `${variable} must match ${form}, got \${var.${variable}}`,
      },
      ...(others.length === 0
        ? []
        : [
            {
              condition: `\${!contains([${others.map((other) => `var.${other.variable}`).join(", ")}], var.${variable})}`,
              error_message: `${variable} must differ from ${others.map((other) => other.variable).join(" and ")}, got \${var.${variable}}`,
            },
          ]),
      ...(isTrial
        ? [
            {
              condition: `\${var.${variable} == ${JSON.stringify(id)}}`,
              error_message: `${variable} must be ${id}, got \${var.${variable}}: the module is of a trial account (trialAccounts), where everything may be destroyed; take it out of the list, and write the module anew`,
            },
          ]
        : []),
    ],
  };
}

/** Where an id stands by itself. What follows or goes before a letter or a digit is another word. */
const standing = ({ id }: Identity): RegExp => new RegExp(`(?<![0-9A-Za-z$%])${id}(?![0-9A-Za-z])`, "g");

/** A body in which every identity is its variable, in texts and in the keys of maps. */
export function withVariables(value: unknown, identities: readonly Identity[]): unknown {
  const inText = (text: string): string =>
    identities.reduce((all, each) => all.replace(standing(each), () => `\${var.${each.variable}}`), text);
  const inValue = (inner: unknown): unknown => {
    if (typeof inner === "string") return inText(inner);
    if (Array.isArray(inner)) return inner.map(inValue);
    if (!isBody(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [inText(key), inValue(each)]));
  };
  return inValue(value);
}
