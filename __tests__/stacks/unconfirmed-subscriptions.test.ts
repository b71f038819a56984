import { configuration } from "../support/configuration";
import { stack } from "../support/synth";
import { ofType } from "../support/terraform";

const released = (...release: readonly string[]) => stack(configuration({ release }), "alarms");
const asked = (...release: readonly string[]): string =>
  JSON.stringify((released(...release) as Record<string, unknown>)["locals"] ?? {});

const addresses = Object.keys(ofType(released(), "aws_sns_topic_subscription")).map(
  (name) => `aws_sns_topic_subscription.${name}`,
);

test("every plan asks every subscription whether it is confirmed", () => {
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses) expect(asked()).toContain(`${address}.pending_confirmation`);
  expect((released() as Record<string, unknown>)["check"]).toHaveProperty("subscriptions-confirmed");
});

test("nothing is asked of one that is released", () => {
  const [given = "", ...others] = addresses;
  expect(asked(given)).not.toContain(given);
  for (const address of others) expect(asked(given)).toContain(`${address}.pending_confirmation`);
  expect(released(...addresses)).not.toHaveProperty("check");
});
