/**
 * The environment without whatever of AWS a person or another test has set there: credentials, profiles, endpoints. What
 * silences the SDK's notice of old releases of Node stays.
 */
export const withoutCredentials = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith("AWS_") || name.startsWith("AWS_SDK_JS_")),
  ),
  ...{ AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null", AWS_EC2_METADATA_DISABLED: "true" },
});
