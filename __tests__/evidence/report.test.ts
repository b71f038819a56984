import { differences } from "../../evidence/differences";
import { REPORT_FORM } from "../../evidence/form";
import { worst } from "../../evidence/item";
import { report, type Report } from "../../evidence/report";
import { reportLines } from "../../commands/verify/text";
import { refused } from "../organization/as-read";
import { subject } from "./green";
import { troubled } from "./hostile";
import { REDS } from "./reds";

const green = report(subject);
const red = report(REDS["root-denied"]?.[0]?.[1] ?? subject);

const kept = (of: Report): unknown => JSON.parse(JSON.stringify(of));

test("a report is kept and read again, and says who is covered", () => {
  expect(REPORT_FORM.parse(kept(green))).toEqual(green);
  expect(REPORT_FORM.parse(kept(troubled().report))).toEqual(troubled().report);
  expect(REPORT_FORM.safeParse({ ...green, more: 1 }).success).toBe(false);
  expect(green.coverage?.accounts.map(({ id, verdict }) => [id, verdict])).toEqual([
    ["111111111111", "not-bound"],
    ...["222222222222", "333333333333", "444444444444"].map((id) => [id, "in-force"]),
  ]);
});

test("where the tree was not read, nobody is said to be covered", () => {
  const { coverage, verdict } = report({ ...subject, live: { ...subject.live, snapshot: refused() } });
  expect([coverage, verdict]).toEqual([undefined, "not-read"]);
});

test("differences are told by control and thing, in both directions, and an account by its id", () => {
  expect(differences(green, green)).toEqual([]);
  const worse = differences(green, red);
  expect(worse).toContainEqual({ control: "guardrails-attached", of: "deny-root-user", was: "in-force", is: "gap" });
  expect(differences(red, green)).toEqual(worse.map(({ was, is, ...each }) => ({ ...each, was: is, is: was })));
  const renamed = {
    ...green,
    controls: green.controls.map((control) => ({
      ...control,
      items: control.items.map((item) => ({ ...item, of: item.of.replace("(payments)", "(paid)") })),
    })),
  };
  expect(differences(green, renamed)).toEqual([]);
});

test("a terminal shows the verdict first, each gap with what mends it, and no line beyond 80 columns but long words and commands", () => {
  expect(reportLines(green, undefined).slice(0, 2)).toEqual([
    "o-exampleorgid, judged 2026-12-01T09:00:00.000Z",
    "in force: all 24 controls",
  ]);
  const { report: found, since } = troubled();
  const lines = reportLines(found, since);
  expect(lines[1]).toBe("NOT in force as a whole: of 24 controls 5 with a gap, 1 not read");
  expect(lines).toContain("  GAP       trail-records         8 of 9");
  expect(lines).toContain("            logging: stopped");
  expect(lines).toContain(
    "            mend:   aws cloudtrail start-logging --name arn:aws:cloudtrail:us-east-1:111111111111:trail/org-baseline-trail",
  );
  const isCommand = (line: string) => /^ {12}(mend:| {5}) {3}(aws|npm) /.test(line);
  expect(lines.filter((line) => line.length > 80 && line.trim().includes(" ") && !isCommand(line))).toEqual([]);
  expect(lines.join("\n")).toContain("alarms, cis-cloudwatch-1: in force → GAP");
});

test.each([
  ["security-contact", { partition: { ...subject.blueprint.partition, id: "aws-us-gov" as const } }, "no API"],
  [
    "trail-bucket",
    {
      baseline: {
        ...subject.blueprint.baseline,
        auditTrail: { mode: "use", trailName: "theirs", logGroupName: "theirs" } as const,
      },
    },
    "others own",
  ],
])(
  "%s where nothing can be judged is not applicable, with the reason, and takes nothing out of force",
  (id, is, why) => {
    const { partition, baseline } = { ...subject.blueprint, ...is };
    const blueprint = Object.create(subject.blueprint, {
      partition: { value: partition },
      baseline: { value: baseline },
    }) as typeof subject.blueprint;
    const found = report({ ...subject, blueprint });
    const control = found.controls.find((each) => each.id === id);
    expect(control).toMatchObject({
      verdict: "not-applicable",
      items: [{ says: expect.stringContaining(why) as string }],
    });
    expect(worst(["not-applicable", "in-force"])).toBe("in-force");
    // Another partition has other ARNs than this organization; another owner of the trail changes nothing else.
    if (id !== "trail-bucket") return;
    const lines = reportLines(found, undefined);
    expect([found.verdict, lines[1]]).toEqual(["in-force", "in force: 23 of 24 controls; 1 not applicable here"]);
    expect(lines.join("\n")).toMatch(/not applicable: bucket: /);
    expect(REPORT_FORM.parse(kept(found))).toEqual(found);
  },
);
