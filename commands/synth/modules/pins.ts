import { listOf, type Body } from "../../../terraform/json";

/** A provider that the caller passes, and where it has to lead. */
export interface PassedProvider {
  readonly alias: string;
  /** Id of the account, as a Terraform template. */
  readonly account: string;
  readonly region: string;
}

const accountPin = (alias: string): string => `account-of-${alias}`;
const regionPin = (alias: string): string => `region-of-${alias}`;

/** Addresses that whatever uses the provider waits for. */
const pinsOf = (alias: string): readonly string[] => [
  `data.aws_caller_identity.${accountPin(alias)}`,
  `data.aws_region.${regionPin(alias)}`,
];

const pin = (alias: string, condition: string, error: string): Body => ({
  provider: `aws.${alias}`,
  lifecycle: { postcondition: [{ condition, error_message: `aws.${alias} must ${error}` }] },
});

/** Data sources that ask each provider whose it is. A module has no `allowed_account_ids`: those are the caller's. */
export const pinsFor = (providers: readonly PassedProvider[]): Body => ({
  aws_caller_identity: Object.fromEntries(
    providers.map(({ alias, account }) => [
      accountPin(alias),
      pin(
        alias,
        `\${self.account_id == "${account}"}`,
        `be a provider of ${account}, got \${self.account_id}: pass another in providers, or another id`,
      ),
    ]),
  ),
  aws_region: Object.fromEntries(
    providers.map(({ alias, region }) => [
      regionPin(alias),
      // Not `name` or `region`: version 5 of the provider has the one, version 6 deprecates it for the other.
      pin(
        alias,
        `\${self.id == ${JSON.stringify(region)}}`,
        `be a provider in ${region}, got \${self.id}: pass another in providers`,
      ),
    ]),
  ),
});

/** A resource or data source that waits until its provider is known to be the right one. */
export function pinned(body: Body): Body {
  const { provider, depends_on: dependsOn = [] } = body;
  if (typeof provider !== "string") return body;
  return { ...body, depends_on: [...listOf(dependsOn), ...pinsOf(provider.replace(/^aws\./, ""))] };
}
