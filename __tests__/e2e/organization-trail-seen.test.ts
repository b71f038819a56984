import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  ListTrailsCommand,
  PutEventSelectorsCommand,
} from "@aws-sdk/client-cloudtrail";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { Clients } from "../../organization";
import { parseConfig } from "../../config";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";

const NAME = "everything";
const ARN = `arn:aws:cloudtrail:us-east-1:111111111111:trail/${NAME}`;
const SELECTORS = [
  { Name: "Management events selector", FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }] },
];

// As scanners ask: in every Region, and in members.
describeE2E("an organization trail", () => {
  let emulator: Emulator;
  let clients: Clients;

  beforeAll(async () => {
    const trail = { name: NAME, region: "us-east-1", bucket: "existing-trail-logs", logGroup: "existing-trail" };
    const trails = [{ ...trail, organization: true, multiRegion: true }];
    emulator = await startEmulator({ seed: { ...existingOrganization, trails } });
    clients = new Clients(parseConfig(configuration()), emulator.env);
    const put = new PutEventSelectorsCommand({ TrailName: ARN, AdvancedEventSelectors: SELECTORS });
    await cloudTrail("111111111111", "us-east-1").send(put);
  }, 30_000);

  afterAll(() => emulator.stop());

  const cloudTrail = (account: string, region: string): CloudTrailClient => clients.at(account, region).cloudTrail();

  const seen = async (account: string, region: string, includeShadowTrails: boolean) => {
    const { trailList = [] } = await cloudTrail(account, region).send(
      new DescribeTrailsCommand({ includeShadowTrails }),
    );
    return trailList.map(({ TrailARN }) => TrailARN);
  };

  test.each([
    ["111111111111", "us-east-1"],
    ["111111111111", "eu-west-1"],
    ["222222222222", "us-east-1"],
    ["222222222222", "eu-west-1"],
  ])("is seen in %s in %s, with its selectors and its deliveries", async (account, region) => {
    expect(await seen(account, region, true)).toEqual([ARN]);
    expect(await seen(account, region, false)).toEqual(
      account === "111111111111" && region === "us-east-1" ? [ARN] : [],
    );
    const client = cloudTrail(account, region);
    expect(await client.send(new GetEventSelectorsCommand({ TrailName: ARN }))).toMatchObject({
      AdvancedEventSelectors: SELECTORS,
    });
    expect(await client.send(new GetTrailStatusCommand({ Name: ARN }))).toMatchObject({ IsLogging: true });
  });

  test("is a trail of its own account alone", async () => {
    const { Trails = [] } = await cloudTrail("222222222222", "us-east-1").send(new ListTrailsCommand({}));
    expect(Trails).toEqual([]);
  });

  test("does not stand in for one that is not there", async () => {
    const other = new GetEventSelectorsCommand({ TrailName: `${ARN}-else` });
    await expect(cloudTrail("222222222222", "eu-west-1").send(other)).rejects.toThrow("Unknown trail");
  });
});
