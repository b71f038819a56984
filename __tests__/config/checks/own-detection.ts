/** A detection of the operator's own, and the event on which it fires. */
export const fired = { eventName: "DeleteBucket", eventSource: "s3.amazonaws.com" };

export const own = (change: object = {}) => ({
  id: "bucket-deleted",
  title: "A bucket was deleted",
  severity: "high",
  rationale: "Example.",
  response: ["Look."],
  latency: "minutes",
  path: { kind: "metric", pattern: '{ $.eventName = "DeleteBucket" }' },
  fires: [fired],
  ignores: [{ ...fired, eventName: "ListBuckets" }],
  ...change,
});
