import { change, Workplace } from "./workplace";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.end());
afterAll(() => Workplace.close());

const ROLE = "aws_iam_role.break-glass";
const seen = change(ROLE, ["update"], {
  before: { tags: null, inline_policy: [] },
  after: { tags: {}, inline_policy: ["p"] },
});

test("what no apply would change is shown, and is no drift by itself; empty is empty", async () => {
  const open = change("aws_sns_topic.a", ["update"], {
    before: { tags: null, x: [{ y: null }] },
    after: { tags: {}, x: [{ y: {} }] },
  });
  place.behave({
    guardrails: { changes: { resource_drift: [seen, open], resource_changes: [change(ROLE, ["no-op"])] } },
  });
  const { code, out } = await place.run("drift");
  expect([code, out]).toEqual([
    0,
    expect.stringContaining(`  guardrails: ${ROLE}: inline_policy\n\nEverything is as it was applied.`),
  ]);
  expect(out).not.toContain("aws_sns_topic.a");
});

test("what was changed behind Terraform's back is told with both values, what is gone as gone", async () => {
  const suspended = {
    before: { enable: true, key: "k1" },
    after: { enable: false, key: "k2" },
    after_sensitive: { key: true },
  };
  place.behave({
    guardrails: {
      changes: {
        resource_drift: [
          change("aws_organizations_policy_attachment.a", ["delete"], { before: { id: "a" }, after: null }),
        ],
        resource_changes: [change("aws_organizations_policy_attachment.a", ["create"])],
      },
    },
    "threat-detection": {
      changes: {
        resource_drift: [
          change("aws_guardduty_detector.d", ["update"], suspended),
          change(ROLE, ["update"], { before: { a: 1 }, after: { a: 2 } }),
        ],
        resource_changes: [
          change("aws_guardduty_detector.d", ["update"], { before: { enable: false }, after: { enable: true } }),
          // Its configuration is another, and what drifted of it stays.
          change(ROLE, ["update"], { before: { b: 1 }, after: { b: 2 } }),
        ],
      },
    },
  });
  const { code, out } = await place.run("drift");
  expect(code).toBe(2);
  expect(out).toContain(`Changed behind Terraform's back. An apply would set it back:
  guardrails: aws_organizations_policy_attachment.a: is gone
  threat-detection: aws_guardduty_detector.d
    enable: true → false
    key: another value (sensitive)
`);
  expect(out).toMatch(/^Not as configured, .*:\n {2}threat-detection: aws_iam_role.break-glass: update$/m);
  expect(out).toMatch(/^Differs from the state, .*:\n {2}threat-detection: aws_iam_role.break-glass: a$/m);
  expect(out).not.toMatch(/k1|k2|as it was applied/);
});

test("a stack that cannot be planned is a failure: nothing is said to be as it was", async () => {
  place.behave({ alarms: { plan: { code: 1, text: "Error: no credentials" } } });
  const { code, out, err } = await place.run("drift", "--json", "--no-lock");
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ failed: [{ name: "alarms" }] });
  expect(err).toContain("alarms: terraform plan ended with exit code 1:\n\nError: no credentials");
  expect(place.calls("plan").every((call) => call.includes("-lock=false"))).toBe(true);
});
