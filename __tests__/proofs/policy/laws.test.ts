import fc from "fast-check";
import { evaluate, type Call, type Level, type Principal } from "../../../proofs/policy";
import { MEMBER, OTHER, scp, under } from "./helpers";

const principal: fc.Arbitrary<Principal> = fc.constantFrom<Principal>(
  { type: "root", account: MEMBER },
  { type: "assumed-root", account: MEMBER },
  { type: "role", account: MEMBER, name: "Admin" },
  { type: "role", account: OTHER, name: "Admin" },
  { type: "user", account: MEMBER, name: "jane" },
  { type: "service-linked-role", account: MEMBER, name: "AWSServiceRoleForX" },
);
const action = fc.constantFrom("s3:GetObject", "s3:PutObject", "iam:CreateUser", "ec2:RunInstances");
const pattern = fc.constantFrom("*", "s3:*", "s3:?etObject", "iam:Create*", "ec2:RunInstances");
const arn = fc.constantFrom(
  "arn:*:iam::*:root",
  `arn:aws:iam::${MEMBER}:role/Admin`,
  "arn:aws:iam::*:role/*",
  "arn:*:iam::*:user/j*",
);
const condition = fc.oneof(
  fc.constant({}),
  fc.record({ ArnLike: fc.record({ "aws:PrincipalArn": arn }) }),
  fc.record({ ArnNotLike: fc.record({ "aws:PrincipalArn": arn }) }),
  fc.constant({ Null: { "aws:AssumedRoot": "true" } }),
);
const deny = fc.record({
  Effect: fc.constant("Deny"),
  Action: pattern,
  Resource: fc.constant("*"),
  Condition: condition,
});
const call: fc.Arbitrary<Call> = fc.record({ principal, action });
const permits = (request: Call, levels: readonly Level[]): boolean => evaluate(request, levels).decision !== "denied";
const levelsOf = (...statements: readonly object[]): readonly Level[] =>
  under(...(statements.length === 0 ? [] : [scp("p", ...(statements as Record<string, unknown>[]))])).slice(0, 2);

describe("laws of the evaluator", () => {
  test("adding a deny never permits more", () => {
    fc.assert(
      fc.property(call, fc.array(deny, { maxLength: 3 }), deny, (request, statements, extra) => {
        fc.pre(!permits(request, levelsOf(...statements)));
        expect(permits(request, levelsOf(...statements, extra))).toBe(false);
      }),
    );
  });

  test("a deny at the end or at the start of a policy decides the same", () => {
    fc.assert(
      fc.property(call, fc.array(deny, { minLength: 1, maxLength: 4 }), (request, statements) => {
        expect(permits(request, levelsOf(...statements))).toBe(
          permits(request, levelsOf(...[...statements].reverse())),
        );
      }),
    );
  });

  test("adding an exemption never denies more", () => {
    fc.assert(
      fc.property(call, pattern, arn, arn, (request, Action, first, second) => {
        const exempting = (...arns: readonly string[]) =>
          levelsOf({ Effect: "Deny", Action, Resource: "*", Condition: { ArnNotLike: { "aws:PrincipalArn": arns } } });
        fc.pre(permits(request, exempting(first)));
        expect(permits(request, exempting(first, second))).toBe(true);
      }),
    );
  });

  test("taking a level's allow away never permits more", () => {
    fc.assert(
      fc.property(call, fc.array(deny, { maxLength: 2 }), fc.nat(1), (request, statements, at) => {
        const levels = levelsOf(...statements);
        fc.pre(!permits(request, levels));
        expect(
          permits(
            request,
            levels.map((level, index) => (index === at ? { ...level, policies: [] } : level)),
          ),
        ).toBe(false);
      }),
    );
  });

  test("the case of an action never matters", () => {
    const cased = fc.tuple(action, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })).map(([text, upper]) => ({
      text,
      mixed: Array.from(text, (char, index) => (upper[index] ? char.toUpperCase() : char.toLowerCase())).join(""),
    }));
    fc.assert(
      fc.property(
        cased,
        principal,
        fc.array(deny, { minLength: 1, maxLength: 3 }),
        ({ text, mixed }, who, statements) => {
          const decide = (name: string) => evaluate({ principal: who, action: name }, levelsOf(...statements));
          expect(decide(mixed)).toEqual(decide(text));
          const written = (Action: string) =>
            permits({ principal: who, action: text }, levelsOf({ Effect: "Deny", Action, Resource: "*" }));
          expect(written(mixed)).toBe(written(text));
        },
      ),
    );
  });
});
