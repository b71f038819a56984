import { configuration } from "../support/configuration";
import { stack } from "../support/synth";
import { ofType } from "../support/terraform";

const released = (...release: string[]): object => stack(configuration({ release }), "alarms");
const asked = (...release: string[]): string => JSON.stringify(Reflect.get(released(...release), "locals") ?? {});

const addresses = Object.keys(ofType(stack(configuration(), "alarms"), "aws_sns_topic_subscription")).map(
  (name) => `aws_sns_topic_subscription.${name}`,
);

test("every plan asks every subscription whether it is confirmed", () => {
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses) expect(asked()).toContain(`${address}.pending_confirmation`);
  expect(released()).toHaveProperty(["check", "subscriptions-confirmed"]);
});

test("nothing is asked of one that is released", () => {
  const [given = "", ...others] = addresses;
  expect(asked(given)).not.toContain(given);
  for (const address of others) expect(asked(given)).toContain(`${address}.pending_confirmation`);
  expect(released(...addresses)).not.toHaveProperty("check");
});
