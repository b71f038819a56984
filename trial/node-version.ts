/** Releases of Node for which cdktf-cli 0.21.0 brings its native module. */
const SUPPORTED = [20, 22];

/**
 * Why the CDKTF CLI would not start on this Node, or undefined. Only the CLI is concerned: synthesizing with
 * `npm run synth` works on every Node from 20.9 on.
 */
export function nodeProblem(version: string): string | undefined {
  const major = Number.parseInt(version.replace(/^v/, ""), 10);
  if (SUPPORTED.includes(major)) return undefined;
  return [
    `Node.js must be ${SUPPORTED.join(" or ")}, got ${version}: cdktf-cli 0.21.0 brings a native module (node-pty) for no other release.`,
    "Install Node 22 (nvm install 22 && nvm use 22, or https://nodejs.org), then: npm ci && npm start",
  ].join("\n");
}
