const LINE = "!".repeat(100);

/** Cannot be overlooked in the log of a build. */
export const banner = (reason: string): string =>
  [
    LINE,
    "THE END-TO-END TESTS DO NOT RUN: nothing was deployed, nothing is proven. What is missing:",
    ...reason.split("\n").map((line) => `  ${line}`),
    LINE,
  ].join("\n");
