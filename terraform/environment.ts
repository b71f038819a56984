import { ANY_PROGRAM, NETWORK, pick, withoutProxyToLoopback } from "../processes/environment";
import type { Environment } from "../processes/search-path";

/** Where the caller says providers come from, and the credentials for it. */
const REGISTRY = [
  ...["TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR", "NETRC"],
  ...["TF_REGISTRY_CLIENT_TIMEOUT", "TF_REGISTRY_DISCOVERY_RETRY", "TF_TOKEN_*"],
];

/** By which a `terraform` or `tofu` that is a shim of a version manager finds the real one. */
const VERSION_MANAGERS = ["TFENV_*", "TOFUENV_*", "TENV_*", "ASDF_*", "MISE_*"];

/** How Terraform and its providers trade memory for processor time. Source: Go documentation, package runtime. */
const GO_RUNTIME = ["GOGC", "GOMEMLIMIT", "GOMAXPROCS"];

/**
 * The environment of Terraform, of the CDKTF CLI and of a synth, built from what they need. Whatever else the caller
 * has set (credentials and endpoints of AWS, TF_CLI_ARGS, TF_LOG, TF_WORKSPACE, TF_DATA_DIR, NODE_OPTIONS, colours)
 * changes what they do or what they print, and stays out.
 */
export const terraformEnvironment = (env: Environment): Record<string, string> => ({
  ...pick(env, ANY_PROGRAM, NETWORK, REGISTRY, VERSION_MANAGERS, GO_RUNTIME),
  ...withoutProxyToLoopback(env),
});

/** What a person's or a pipeline's own run needs besides: who they are to AWS, and variables. */
const OPERATOR = ["AWS_*", "TF_VAR_*", "TF_WORKSPACE"];

/** Access to the state, as the backends that a configuration can name document it. */
const BACKENDS = [
  ...["GOOGLE_*", "CLOUDSDK_*", "ARM_*", "AZURE_*", "ACTIONS_ID_TOKEN_REQUEST_*"],
  ...["TF_HTTP_*", "TF_CLOUD_*", "TFE_*"],
];

/** By which a program that hands out credentials (credential_process) reaches an agent or a keyring. */
const AGENTS = ["SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "GNUPGHOME"];

/**
 * The same for who deploys to the real organization. TF_CLI_ARGS still stays out, so that a plan is of the whole stack
 * (-target), and TF_DATA_DIR, which all stacks would share.
 */
export const operatorEnvironment = (env: Environment): Record<string, string> => ({
  ...terraformEnvironment(env),
  ...pick(env, OPERATOR, BACKENDS, AGENTS),
});
