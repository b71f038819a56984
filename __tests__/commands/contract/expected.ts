import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../../..");

/** What a command does with each kind of arguments. `reads`: arguments with which it reads the configuration. */
interface Expected {
  readonly withoutArguments: readonly [code: number, said: RegExp];
  readonly reads?: readonly string[];
}

const NO_CREDENTIALS =
  /^AWS credentials must be found \(AWS_PROFILE, or what the pipeline sets\), got CredentialsProviderError/;

const needs = (option: string) => [1, new RegExp(`^--${option} must be given \\(see --help\\), got nothing$`)] as const;

/** By the name of the command. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  synth: { withoutArguments: [0, /^Terraform of every stack: /m], reads: ["--check"] },
  plan: { withoutArguments: [1, /^"\/nowhere\/terraform version" failed: install Terraform/], reads: [] },
  apply: { withoutArguments: [1, /^--yes must be given where nobody can be asked/] },
  drift: { withoutArguments: [1, /^"\/nowhere\/terraform version" failed: install Terraform/], reads: [] },
  cost: { withoutArguments: [0, /^\$[\d,.]+ a month\.$/m], reads: [] },
  status: { withoutArguments: [1, NO_CREDENTIALS], reads: [] },
  verify: { withoutArguments: [1, NO_CREDENTIALS], reads: [] },
  simulate: { withoutArguments: needs("account"), reads: ["--matrix"] },
  replay: {
    withoutArguments: [1, /^replay must get a file, a folder or - \(see --help\), got nothing$/],
    reads: [join(ROOT, "package.json")],
  },
  "root-session": { withoutArguments: needs("account") },
  "unlock-bucket": { withoutArguments: needs("bucket") },
  "unlock-queue": { withoutArguments: needs("queue") },
  "root-sessions": {
    withoutArguments: [1, /^root-sessions must get a file, a folder or - \(see --help\), got nothing$/],
    reads: [join(ROOT, "package.json")],
  },
  review: {
    withoutArguments: [
      1,
      /^plans must be a folder that `npm run baseline -- plan` wrote: it has no manifest\.json, got "plans"$/,
    ],
  },
  "management-policy": {
    withoutArguments: [1, /^--exempt must be arn:aws:iam::111111111111:role\/<role>, without wildcards, got nothing$/],
    reads: ["--exempt=arn:aws:iam::111111111111:role/Pipeline"],
  },
  permissions: { withoutArguments: [0, /^role +account +policies +characters +actions$/m], reads: [] },
  "subscription-moves": { withoutArguments: [0, /^$/], reads: [] },
  audit: { withoutArguments: [1, NO_CREDENTIALS], reads: [] },
  "remove-root-credentials": {
    withoutArguments: [1, /^rootAccess\.breakGlass\.tasks must contain "delete-credentials"; deploy the stack/],
    reads: [],
  },
  docs: { withoutArguments: [0, /^wrote docs\/guardrails\.md$/m] },
};
