import { frameProblems } from "../../terraform/handed-over/frame";

test("a refusal of what was handed over does not tell the credentials in it", () => {
  const backend = { s3: { bucket: "state", access_key: "s3cret-1", secret_key: "s3cret-2" } };
  const aws = [{ alias: "a", access_key: "s3cret-3", token: "s3cret-4", assume_role: [{ role_arn: "shown" }] }];
  const problems = frameProblems(
    { terraform: { backend }, provider: { aws } },
    { terraform: {}, provider: { aws: [{}] } },
  );
  expect(problems.map(({ where }) => where)).toEqual(["terraform", "provider.aws.a"]);
  const told = JSON.stringify(problems);
  expect(told).toContain("state");
  expect(told).toContain("shown");
  expect(told).toContain("(sensitive)");
  expect(told).not.toContain("s3cret");
});
