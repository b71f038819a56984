import { Token } from "cdktf";
import { literal, policyJson } from "../../constructs/policy-json";

test("a policy variable is taken literally by Terraform", () => {
  expect(literal("arn:aws:s3:::home/${aws:username}/*")).toBe("arn:aws:s3:::home/$${aws:username}/*");
  expect(literal("%{if} 100% $5 {x}")).toBe("%%{if} 100% $5 {x}");
});

test("every one of several is, and what is escaped keeps its meaning", () => {
  expect(literal("${a}${b}%{c}%{d}")).toBe("$${a}$${b}%%{c}%%{d}");
  expect(literal("")).toBe("");
});

test("a token stays what it is: it becomes a reference later", () => {
  const token = Token.asString({ Ref: "x" });
  expect(token).toMatch(/^\$\{TfToken\[/);
  expect(literal(`${token}/\${aws:username}`)).toBe(`${token}/$\${aws:username}`);
});

test("a policy is minified JSON of the 2012 language, with its statements in order", () => {
  const statements = [
    { Sid: "A", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/${aws:username}" },
    { Effect: "Deny", Principal: "*", Action: "*" },
  ] as const;
  expect(policyJson(statements)).toBe(
    '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/$${aws:username}"},{"Effect":"Deny","Principal":"*","Action":"*"}]}',
  );
});
