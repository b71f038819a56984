import { remembered } from "./synth-memory";

test("what one test file of a run has made, no other makes again", () => {
  const make = jest.fn(() => ({ "stacks/x/cdk.tf.json": "{}" }));
  const key = "a key that is no configuration";
  expect(remembered(key, make)).toEqual({ "stacks/x/cdk.tf.json": "{}" });
  expect(remembered(key, make)).toEqual({ "stacks/x/cdk.tf.json": "{}" });
  expect(make).toHaveBeenCalledTimes(1);
  remembered("another key", make);
  expect(make).toHaveBeenCalledTimes(2);
});
