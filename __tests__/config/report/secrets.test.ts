import { mayHoldSecret, publicText } from "../../../config";
import { shown } from "../../../config/report/shown";

const KEY = "R0KEY1234567890abcdef";

test.each([
  [`https://events.example.com/integration/${KEY}/enqueue`, "https://events.example.com/…"],
  [`https://events.example.com/aws?key=${KEY}`, "https://events.example.com/…"],
  [`https://user:${KEY}@events.example.com/`, "https://events.example.com/…"],
  [`https://events.example.com/aws#${KEY}`, "https://events.example.com/…"],
  ["https://events.example.com/hooks/T0AB", "https://events.example.com/…"],
  [`https://${KEY}.events.example.com/aws`, "https://….events.example.com/…"],
  [`https://nobody:${KEY}@[broken/`, "https:///…"],
  [`${KEY}@pager.example.com`, "…@pager.example.com"],
])("%s may hold a secret, and is printed without it", (endpoint, printed) => {
  expect(mayHoldSecret(endpoint)).toBe(true);
  expect(publicText(endpoint)).toBe(printed);
  expect(shown([{ endpoint }])).not.toContain(KEY);
});

test.each([
  "https://pager.example.com/aws",
  "https://pager.example.com/v2/aws-alerts/enqueue",
  "https://pager.example.com",
  "security+aws@example.com",
  "arn:aws:sqs:us-east-1:444444444444:alerts",
  "+15550100",
])("%s holds none, and is printed as it is", (endpoint) => {
  expect(mayHoldSecret(endpoint)).toBe(false);
  expect(publicText(endpoint)).toBe(endpoint);
});
