/** The module by which the CDKTF CLI runs Terraform in a terminal: machine code, made for some machines only. */
const MODULE = "@cdktf/node-pty-prebuilt-multiarch";

const loadIt = (): unknown => module.require(MODULE);

/** Why the CDKTF CLI would not start here, or undefined. What is needed is tried, whatever the number of the Node. */
export function cliProblem(load: () => unknown = loadIt): string | undefined {
  try {
    load();
    return undefined;
  } catch (problem) {
    const [said = ""] = (problem instanceof Error ? problem.message : String(problem)).split("\n");
    return [
      `The CDKTF CLI cannot start on this machine (${process.platform} ${process.arch}, Node.js ${process.version}): its terminal module does not load.`,
      `  ${said}`,
      "It is there for macOS, Windows and Linux with glibc, each on x64 and arm64. If this is one of them, run npm ci again,",
      "without --omit=dev and --omit=optional. On Alpine (musl) use an image with glibc, such as node:24-bookworm-slim;",
      "npm run synth and Terraform alone work on Alpine too (README, In your pipeline).",
    ].join("\n");
  }
}
