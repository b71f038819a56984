/** What somebody asked `npm start` for. */
export type Request =
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly text: string }
  | { readonly kind: "trial"; readonly file: string };

/** The file that is tried where none is named. */
const SHIPPED = "baseline.config.ts";

const HELP_OPTIONS = ["--help", "-h"];

export const HELP = `npm start [-- <configuration>]

Deploys a configuration to a local AWS organization with the real CDKTF CLI, Terraform and AWS provider, reads back
through the AWS API what now protects it, and plans again, which has to find nothing to change. Takes two to three
minutes. No AWS account is touched, and nothing is left behind.

  <configuration>   a file such as my.config.ts. Default: BASELINE_CONFIG, else ${SHIPPED}.
                    The local organization gets the accounts and units that it names.
  -h, --help        this text

Environment
  KEEP_TRIAL=1             keep the folder with the log, the Terraform code and its state
  TERRAFORM_BINARY_NAME    terraform or tofu, with its path where it is not on PATH
  TF_PLUGIN_MIRROR         a folder with the AWS provider, where its registry cannot be reached
  ORG_BASELINE_PYTHON      a Python interpreter with moto[server] 5.2

Exit code 0: everything was deployed and nothing is left to change. 1: anything else.`;

/** Reads the arguments after `npm start --`. */
export function requestIn(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Request {
  const options = args.filter((argument) => argument.startsWith("-"));
  const [file = env.BASELINE_CONFIG || SHIPPED, second] = args.filter((argument) => !argument.startsWith("-"));
  const unknown = options.find((option) => !HELP_OPTIONS.includes(option));
  if (unknown !== undefined) return mistake("has no such option", unknown);
  if (options.length > 0) return { kind: "help" };
  if (second !== undefined) return mistake("must name one configuration", second);
  return { kind: "trial", file };
}

const mistake = (rule: string, got: string): Request => ({
  kind: "mistake",
  text: `npm start ${rule}, got ${JSON.stringify(got)} (npm start -- --help)`,
});
