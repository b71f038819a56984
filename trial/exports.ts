type Values = Readonly<Record<string, string>>;

/** Settings of a person's own that would lead away from the emulator, or stop a client before it calls. */
const IN_THE_WAY = [
  ...["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_CA_BUNDLE"],
  // Neither kind of address can be asked for where the endpoint is given. Unset: Terraform's backend for S3 takes the
  // word "false" for yes.
  ...["AWS_USE_DUALSTACK_ENDPOINT", "AWS_USE_FIPS_ENDPOINT"],
  ...["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"],
  ...["TF_CLI_ARGS", "TF_WORKSPACE", "TF_DATA_DIR"],
];

/** Says that nobody watches. Whoever takes the lines over does: a command that asks before it acts must be able to. */
const UNWATCHED = "CI";

/** Lines by which a POSIX shell takes these settings over. */
export const exportLines = (values: Values): readonly string[] => [
  `unset ${IN_THE_WAY.join(" ")}`,
  ...Object.entries(values)
    .filter(([name]) => name !== UNWATCHED)
    .map(([name, value]) => `export ${name}=${quoted(value)}`),
];

const quoted = (value: string): string =>
  /^[\w./:,@%+-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
