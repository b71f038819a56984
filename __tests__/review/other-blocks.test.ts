import { edited, foundAfter, foundBetween, SYNTHESIZED, type Body, type Stacks } from "./edited";

const GROUP = "aws_cloudwatch_log_group.trail-log-group_log-group";

/** The log group leaves its stack. */
const leaves = (stacks: Stacks) => delete stacks["audit-trail"]?.resource["aws_cloudwatch_log_group"];

const add = (kind: "import" | "removed", block: Body) => (stacks: Stacks) => {
  const stack = stacks["audit-trail"];
  if (stack !== undefined) stack[kind] = [...(stack[kind] ?? []), block];
};

test("what leaves a stack and is left standing is said to be, as a plan says it", () => {
  const released = foundAfter((stacks) => {
    leaves(stacks);
    add("removed", { from: GROUP, lifecycle: [{ destroy: false }] })(stacks);
  });
  expect(released).toContainEqual(expect.stringMatching(/^kept-forgotten \(medium\) audit-trail: /));
  expect(released.join("\n")).not.toContain("kept-destroyed");
});

test.each<[name: string, block: Body | undefined]>([
  ["without a word", undefined],
  ["to be destroyed", { from: GROUP, lifecycle: { destroy: true } }],
  ["beside another that is left standing", { from: "aws_kms_key.other", lifecycle: { destroy: false } }],
])("what leaves a stack %s is destroyed", (_name, block) =>
  expect(
    foundAfter((stacks) => {
      leaves(stacks);
      if (block !== undefined) add("removed", block)(stacks);
    }),
  ).toContainEqual(expect.stringMatching(/^kept-destroyed \(critical\) audit-trail: /)),
);

const ADOPTED = add("import", { to: GROUP, id: "org-baseline-trail" });

test("what exists and is taken over is told, and no longer once it was", () => {
  expect(foundAfter(ADOPTED)).toEqual([
    expect.stringMatching(
      /^undecided-change \(medium\) audit-trail: .* takes over what exists as "org-baseline-trail"/,
    ),
  ]);
  expect(foundBetween(edited(ADOPTED), edited(ADOPTED))).toEqual([]);
});

test.each<[name: string, change: (stacks: Stacks) => unknown]>([
  ["an attachment that exists", add("import", { to: "aws_organizations_policy_attachment.x[each.key]", id: "${x}" })],
  ["an address of long ago", add("removed", { from: "aws_kms_key.long_ago", lifecycle: { destroy: false } })],
])("%s is harmless", (_name, change) => expect(foundAfter(change)).toEqual([]));

test.each(["module", "action", "ephemeral"])("a block that no rule reads, %s, is found", (kind) =>
  expect(
    foundAfter((stacks) => Object.assign(stacks["audit-trail"] ?? {}, { [kind]: { more: { source: "./x" } } })),
  ).toEqual([
    expect.stringMatching(new RegExp(`^undecided-change \\(high\\) audit-trail: ${kind}\\.more: .*no rule knows`)),
  ]),
);

test.each(["aws_lambda_invocation", "http", "external"])("a data source that may do anything, %s, is found", (type) => {
  const comes = (stacks: Stacks) => {
    const stack = stacks["audit-trail"] as unknown as { data: Record<string, unknown> };
    stack.data[type] = { more: { input: "x" } };
  };
  expect(foundAfter(comes)).toEqual([expect.stringMatching(/^pipeline-code \(high\) audit-trail: data\./)]);
  const there = edited(comes);
  expect(foundBetween(there, there)).toEqual([]);
});

test("an address moves by one block as by a list of one", () => {
  const moves = (isListed: boolean) =>
    edited((stacks) => {
      const stack = stacks["audit-trail"];
      const groups = Object.entries(stack?.resource["aws_cloudwatch_log_group"] ?? {});
      const label = groups[0]?.[0] ?? "";
      const renamed = Object.fromEntries(groups.map(([name, body]) => [name === label ? "renamed" : name, body]));
      if (stack !== undefined) stack.resource["aws_cloudwatch_log_group"] = renamed;
      const moved = { from: `aws_cloudwatch_log_group.${label}`, to: "aws_cloudwatch_log_group.renamed" };
      Object.assign(stack ?? {}, { moved: isListed ? [moved] : moved });
    });
  const destroyed = (lines: readonly string[]) => lines.filter((line) => line.startsWith("kept-"));
  expect(destroyed(foundBetween(SYNTHESIZED, moves(true)))).toEqual([]);
  expect(foundBetween(SYNTHESIZED, moves(false))).toEqual(foundBetween(SYNTHESIZED, moves(true)));
});
