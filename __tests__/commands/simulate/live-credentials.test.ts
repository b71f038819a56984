import { join } from "node:path";
import { dispatch } from "../../../commands/contract/dispatch";
import { COMMANDS } from "../../../commands/registry";
// Loaded before the first test, as the command loads it only when asked for: the SDK takes seconds on a busy machine.
import "../../../organization/tree/aws-organization";
import { ServiceError, standIn, type Answers, type StandIn } from "../../organization/stand-in-aws";

const before = { ...process.env };
let server: StandIn | undefined;
let said: string[] = [];

/** The exit code of `simulate --live` and what it says, where these credentials and answers are found. */
async function simulated(account: string | ServiceError, answers: Answers = {}): Promise<readonly [number, string]> {
  server = await standIn(account, answers);
  Object.assign(process.env, server.env, { BASELINE_CONFIG: join(__dirname, "../../../baseline.config.ts") });
  said = [];
  const keep = (text: unknown) => said.push(String(text));
  jest.spyOn(console, "error").mockImplementation(keep);
  jest.spyOn(console, "log").mockImplementation(keep);
  return [await dispatch(COMMANDS, ["simulate", "--live"]), said.join("\n")];
}

afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...before };
  await server?.stop();
});

it("tells of credentials that are not valid", async () => {
  expect(await simulated(new ServiceError("InvalidClientTokenId", "The security token is invalid."))).toEqual([
    1,
    "the AWS credentials must be valid, got InvalidClientTokenId from STS GetCallerIdentity in 111111111111 (us-east-1): The security token is invalid.",
  ]);
});

it("refuses the credentials of another account before anything is judged", async () => {
  expect(await simulated("222222222222")).toEqual([
    1,
    "the AWS credentials must belong to the management account 111111111111 (accounts.management.id), got credentials of 222222222222",
  ]);
});

it("refuses another organization before anything is judged", async () => {
  const DescribeOrganization = { Organization: { Id: "o-anotherorgid", MasterAccountId: "111111111111" } };
  expect(await simulated("111111111111", { DescribeOrganization })).toEqual([
    1,
    "the organization that answers must be o-exampleorgid (organization.id), got o-anotherorgid",
  ]);
  expect(server?.calls).toEqual(["DescribeOrganization"]);
});

it("tells of what it may not read", async () => {
  const refused = new ServiceError("AccessDeniedException", "You don't have permissions to access this resource.");
  expect(await simulated("111111111111", { DescribeOrganization: refused })).toEqual([
    1,
    "the AWS credentials must be allowed to read this, got AccessDeniedException from Organizations DescribeOrganization in 111111111111 (us-east-1): You don't have permissions to access this resource.",
  ]);
});
