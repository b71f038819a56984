/**
 * Takes the caller's settings of AWS out of an environment. The SDK that reads the local organization back would follow
 * them elsewhere: to a profile, to dual-stack or FIPS endpoints, to a region of its own.
 */
export function forgetAwsSettings(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env).filter((each) => each.startsWith("AWS_"))) Reflect.deleteProperty(env, name);
  // The files in the home folder are settings too.
  env.AWS_CONFIG_FILE = env.AWS_SHARED_CREDENTIALS_FILE = "/dev/null";
  env.AWS_EC2_METADATA_DISABLED = "true";
  // That it will ask for a newer Node one day is no news to somebody who tries this out.
  env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
}
