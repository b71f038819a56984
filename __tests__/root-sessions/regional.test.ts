import type { STSClient } from "@aws-sdk/client-sts";
import https from "node:https";
import example from "../../baseline.config";
import govcloud from "../../examples/govcloud";
import { blueprintOf, parseConfig, type BaselineConfig } from "../../config";
import { RootSessions } from "../../root-sessions";

const KEYS = {
  AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
  AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const OWN = { accessKeyId: KEYS.AWS_ACCESS_KEY_ID, secretAccessKey: KEYS.AWS_SECRET_ACCESS_KEY };

const before = { ...process.env };
let hosts: string[] = [];

beforeEach(() => {
  process.env = { ...before, AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" };
  hosts = [];
  const spy = jest.spyOn(https, "request") as unknown as jest.SpyInstance<never, [{ readonly host: string }]>;
  spy.mockImplementation(({ host }) => {
    hosts.push(host);
    throw Object.assign(new Error("nothing leaves this test"), { code: "EPROTO" });
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => (process.env = before));

/** Enters the break-glass role and opens a root session; the hosts that were asked, or what was said before any was. */
async function asked(config: BaselineConfig, region: string, env: Readonly<Record<string, string>>): Promise<string> {
  Object.assign(process.env, env);
  const baseline = parseConfig(config);
  const { management } = baseline.accounts;
  const caller = {
    arn: `arn:aws:iam::${management.id}:user/jane`,
    account: management.id,
    isUser: true,
    person: "jane",
  };
  const own = { region, maxAttempts: 1, credentials: OWN };
  const sessions = new RootSessions(blueprintOf(baseline), caller, { task: "audit", reason: "x" }, own, {});
  const said = await sessions.check().catch((error: unknown) => (error as Error).message);
  // As if it were entered: else nothing would ask for the root session.
  (sessions as unknown as { readonly sts: STSClient }).sts.config.credentials = () => Promise.resolve(OWN);
  await expect(sessions.open("444444444444")).rejects.toThrow();
  return hosts.length === 0 ? String(said) : hosts.join(" ");
}

const LEGACY = { AWS_STS_REGIONAL_ENDPOINTS: "legacy" };
const FIPS = { AWS_USE_FIPS_ENDPOINT: "true" };
const REGION = example.homeRegion;
const china = { ...example, homeRegion: "cn-north-1" };

test.each([
  ["as shipped", example, REGION, {}, "sts.us-east-1.amazonaws.com"],
  ["with AWS's old setting", example, REGION, LEGACY, "sts.us-east-1.amazonaws.com"],
  ["with FIPS", example, REGION, FIPS, "sts-fips.us-east-1.amazonaws.com"],
  ["in GovCloud", govcloud, govcloud.homeRegion, LEGACY, "sts.us-gov-west-1.amazonaws.com"],
  ["in GovCloud with FIPS", govcloud, govcloud.homeRegion, FIPS, "sts.us-gov-west-1.amazonaws.com"],
  [
    "through an endpoint of the network's own",
    example,
    REGION,
    { AWS_ENDPOINT_URL_STS: "https://vpce-1.sts.us-east-1.vpce.amazonaws.com" },
    "vpce-1.sts.us-east-1.vpce.amazonaws.com",
  ],
] as const)(
  "a root session is asked for at the endpoint of the home Region %s",
  async (_what, config, region, env, host) => {
    expect(await asked(config, region, env)).toBe(`${host} ${host}`);
  },
);

test.each(["https://sts.amazonaws.com", "https://sts.amazonaws.com.cn"])(
  "%s is refused before the call",
  async (url) => {
    expect(await asked(example, REGION, { AWS_ENDPOINT_URL_STS: url })).toContain(
      "the endpoint of STS must be that of a Region",
    );
    expect(hosts).toEqual([]);
  },
);

test("China has no root session whose endpoint could be wrong: its Regions are refused", () => {
  expect(() => parseConfig(china)).toThrow("homeRegion");
});
