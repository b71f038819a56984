import { inspect } from "node:util";
import { childEnvironment } from "../../../commands/root-session/child-environment";
import { rootTask } from "../../../catalogue/aws/root-tasks";
import { RootSession } from "../../../root-sessions/root-session";

const session = new RootSession({
  account: "444444444444",
  task: rootTask("unlock-bucket"),
  region: "us-east-1",
  credentials: { accessKeyId: "ASIAEXAMPLE", secretAccessKey: "the secret", sessionToken: "the token" },
  env: {},
});

/** A person's shell, in which much names credentials of its own. */
const SHELL = {
  PATH: "/usr/bin",
  HOME: "/home/alice",
  HTTPS_PROXY: "http://192.0.2.1:3128",
  AWS_PROFILE: "admin",
  AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
  AWS_SECRET_ACCESS_KEY: "another",
  AWS_SESSION_TOKEN: "another",
  AWS_ROLE_ARN: "arn:aws:iam::111111111111:role/admin",
  AWS_WEB_IDENTITY_TOKEN_FILE: "/token",
  AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://192.0.2.1",
  AWS_SHARED_CREDENTIALS_FILE: "/home/alice/.aws/credentials",
  AWS_REGION: "eu-west-1",
  AWS_CA_BUNDLE: "/ca.pem",
  GITHUB_TOKEN: "a secret",
  NODE_OPTIONS: "--require=/evil.js",
};

test("a program has the session's credentials, its Region, the way to AWS, and nothing else of the shell", () => {
  expect(childEnvironment(SHELL, session, "eu-central-1")).toEqual({
    PATH: "/usr/bin",
    HOME: "/home/alice",
    HTTPS_PROXY: "http://192.0.2.1:3128",
    AWS_CA_BUNDLE: "/ca.pem",
    AWS_ACCESS_KEY_ID: "ASIAEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "the secret",
    AWS_SESSION_TOKEN: "the token",
    AWS_REGION: "eu-central-1",
    AWS_DEFAULT_REGION: "eu-central-1",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  });
});

test("a session that is printed shows no secret", () => {
  for (const text of [inspect(session, { depth: 9, showHidden: true }), JSON.stringify(session)])
    expect(text).not.toMatch(/the secret|the token/);
});
