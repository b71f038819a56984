import { nodeProblem } from "../../trial/node-version";

test.each(["v20.9.0", "v20.20.2", "v22.23.0"])("Node %s runs the CDKTF CLI", (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

test.each(["v18.20.0", "v21.7.3", "v24.21.0", "v26.10.0"])(
  "Node %s does not, and the message says what to do",
  (version) => {
    expect(nodeProblem(version)).toBe(
      `Node.js must be 20 or 22, got ${version}: cdktf-cli 0.21.0 brings a native module (node-pty) for no other release.\n` +
        "Install Node 22 (nvm install 22 && nvm use 22, or https://nodejs.org), then: npm ci && npm start",
    );
  },
);
