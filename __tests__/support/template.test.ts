import { foreignTemplates, received, unknownTemplates } from "./template";

describe("templates that are no plain reference", () => {
  test("a policy variable that nobody escaped is found", () => {
    expect(foreignTemplates('{"Resource":"arn:aws:s3:::home/${aws:username}/*"}')).toEqual(['${aws:username}/*"}']);
  });

  test("a directive that nobody escaped is found", () => {
    expect(foreignTemplates("50%{if true}")).toEqual(["%{if true}"]);
    expect(unknownTemplates("50%{if true}")).toEqual(["%{if true}"]);
  });

  test("a function is no plain reference, and an expression of ours", () => {
    expect(foreignTemplates('${jsonencode("x")}')).toHaveLength(1);
    expect(unknownTemplates('${jsonencode("x")}')).toEqual([]);
  });

  test("references and escaped signs are no concern", () => {
    expect(foreignTemplates("${aws_s3_bucket.trail-bucket_logs.arn}/${data.aws_x.y.roots[0].id}/*")).toEqual([]);
    expect(foreignTemplates("$${aws:username} %%{x} 5% $5")).toEqual([]);
    expect(unknownTemplates("$${aws:username} ${self.id} ${var.role}")).toEqual([]);
  });

  test("a policy variable is no expression of ours either", () => {
    expect(unknownTemplates("${aws:username}")).toEqual(["${aws:username}"]);
    expect(unknownTemplates("${saml:sub}")).toEqual(["${saml:sub}"]);
  });
});

test("AWS receives single signs, and references as they are", () => {
  expect(received("$${aws:username} %%{x} ${aws_kms_key.key.arn}")).toBe("${aws:username} %{x} ${aws_kms_key.key.arn}");
});
