import { ListRolesCommand } from "@aws-sdk/client-iam";
import { DescribeOrganizationCommand } from "@aws-sdk/client-organizations";
import { parseConfig } from "../../../config/index";
import { Clients } from "../../../organization/clients/clients";
import { readingOf, readingsOf, together, valueOf, valuesOf } from "../../../organization/clients/reading";
import example from "../../../baseline.config";
import { asRead } from "../as-read";
import { ServiceError, standIn, type StandIn } from "../stand-in-aws";

let server: StandIn | undefined;
afterEach(() => server?.stop());

const refused = async (error: ServiceError) => {
  server = await standIn("111111111111", { DescribeOrganization: error });
  const clients = new Clients(parseConfig(example), server.env);
  return readingOf(clients.at("111111111111").organizations().send(new DescribeOrganizationCommand({})));
};

test("what AWS refuses is not read, and says which call it was; the error is there for whoever needs the part", async () => {
  const reading = await refused(new ServiceError("AccessDeniedException", "no"));
  expect(reading).toMatchObject({
    unread:
      "the AWS credentials must be allowed to read this, got AccessDeniedException from Organizations DescribeOrganization in 111111111111 (us-east-1): no",
  });
  expect(() => valueOf(reading)).toThrow("no");
});

test("an error that no list knows is an answer of AWS, too", async () => {
  expect(await refused(new ServiceError("ConstraintViolationException", "not now"))).toMatchObject({
    unread: expect.stringMatching(/^AWS must answer, got ConstraintViolationException from Organizations/) as unknown,
  });
});

test("where the session is refused, the error tells of the session", async () => {
  server = await standIn(new ServiceError("AccessDenied", "not authorized to perform: sts:AssumeRole"));
  const clients = new Clients(parseConfig(example), server.env);
  const reading = await readingOf(clients.at("222222222222").iam().send(new ListRolesCommand({})));
  expect(reading).toMatchObject({
    unread: expect.stringContaining("AccessDenied from STS AssumeRole in 111111111111 (us-east-1)") as unknown,
  });
});

test("a bug is thrown", async () => {
  await expect(readingOf(Promise.reject(new TypeError("x is undefined")))).rejects.toThrow("x is undefined");
});

test("one part that is refused takes no other with it, and the whole cannot be had", async () => {
  const error = Object.assign(new Error("no"), { name: "AccessDenied" });
  const parts = await readingsOf<{ one: number; two: number }>({ one: Promise.resolve(1), two: Promise.reject(error) });
  expect(parts).toMatchObject({ one: { value: 1 }, two: { cause: error } });
  expect(() => valuesOf(parts)).toThrow(error);
  expect(together(parts.one, parts.two)).toBe(parts.two);
});

test("readings together are as old as the oldest", () => {
  const { one, two } = asRead<{ one: number; two: number }>({ one: 1, two: 2 });
  expect(together(one, { ...two, at: "2026-11-01T00:00:00.000Z" })).toEqual({
    at: "2026-11-01T00:00:00.000Z",
    value: [1, 2],
  });
});
