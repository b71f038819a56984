import { managementPolicy } from "../../commands/management-policy";

const printed = (...exempt: readonly string[]): Promise<string> =>
  answered(...exempt.flatMap((arn) => ["--exempt", arn]));

const answered = async (...args: readonly string[]): Promise<string> => {
  const log = jest.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    await managementPolicy.run(args);
    return log.mock.calls.flat().join("\n");
  } finally {
    log.mockRestore();
  }
};

test.each([
  ["another account", "arn:aws:iam::222222222222:role/Pipeline"],
  ["another partition, which nobody here matches", "arn:aws-cn:iam::111111111111:role/Pipeline"],
  ["a session of a role", "arn:aws:sts::111111111111:assumed-role/Pipeline/session"],
  ["a user", "arn:aws:iam::111111111111:user/pipeline"],
  ["a wildcard", "arn:aws:iam::111111111111:role/Pipe*"],
  ["nothing behind the slash", "arn:aws:iam::111111111111:role/"],
])("%s cannot be exempt", async (_name, arn) => {
  await expect(printed(arn)).rejects.toThrow(
    `--exempt must be arn:aws:iam::111111111111:role/<role>, without wildcards, got "${arn}"`,
  );
});

test("the exempt roles stand in every statement, in the order of the command", async () => {
  const roles = ["arn:aws:iam::111111111111:role/ci/Pipeline", "arn:aws:iam::111111111111:role/break-glass"];
  const { Statement } = JSON.parse(await printed(...roles)) as { Statement: readonly object[] };
  expect(Statement.length).toBeGreaterThan(1);
  for (const statement of Statement)
    expect(statement).toMatchObject({ Condition: { ArnNotLike: { "aws:PrincipalArn": roles } } });
});

test("what no policy can hold is refused: first the whole, then a part", async () => {
  const exempt = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      "--exempt",
      `arn:aws:iam::111111111111:role/${"r".repeat(60)}-${index}`,
    ]);
  await expect(answered(...exempt(3).flat())).rejects.toThrow(
    /^--part must be alerts or identities: the whole has \d+ of 10240/,
  );
  expect(await answered("--part", "identities", ...exempt(3).flat())).toContain("ProtectExemptRoles");
  await expect(answered("--part", "alerts", ...exempt(9).flat())).rejects.toThrow(/^--exempt must name fewer roles/);
});
