// `unit`, `long` and `isolated` need nothing but Node, or Java for AWS's own engine. `unit` is what is run all day, under a
// minute together with `isolated`; `long` is what takes long by itself: it judges all that there is, or starts programs.
// __tests__/support/light-runner.mjs says why `isolated` stands apart. `e2e` deploys with Terraform and the real AWS
// provider to the emulator.

// The AWS SDK announces on Node 20 that it will want Node 22 in 2027, once in every test file.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const shared = {
  testEnvironment: "node",
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out", "<rootDir>/.work"],
};

const unit = {
  ...shared,
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/__tests__/e2e/"],
  globalSetup: "<rootDir>/__tests__/support/unit-setup.ts",
  globalTeardown: "<rootDir>/__tests__/support/unit-teardown.ts",
};

const light = {
  ...unit,
  runner: "<rootDir>/__tests__/support/light-runner.mjs",
  setupFiles: ["<rootDir>/__tests__/support/worker.mjs"],
};

export default {
  // Two cores: end-to-end tests wait a good part of their time.
  maxWorkers: 3,
  // Ends what hangs; what is slow on a busy machine passes. Whoever deploys says a time of their own.
  testTimeout: 300_000,
  reporters: ["default", "<rootDir>/__tests__/support/slowest-tests.mjs"],
  testSequencer: "<rootDir>/__tests__/support/longest-first.mjs",
  projects: [
    {
      ...light,
      displayName: "unit",
      // Not by testPathIgnorePatterns: who says that on the command line replaces it here.
      testMatch: ["<rootDir>/__tests__/**/*.test.ts", "!**/*.{isolated,long}.test.ts"],
    },
    {
      ...light,
      displayName: "long",
      testMatch: ["<rootDir>/__tests__/**/*.long.test.ts"],
    },
    {
      ...unit,
      displayName: "isolated",
      testMatch: ["<rootDir>/__tests__/**/*.isolated.test.ts", "!**/*.long.isolated.test.ts"],
    },
    {
      ...unit,
      displayName: "long isolated",
      testMatch: ["<rootDir>/__tests__/**/*.long.isolated.test.ts"],
    },
    {
      ...shared,
      displayName: "e2e",
      testMatch: ["<rootDir>/__tests__/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/__tests__/e2e/support/global-setup.ts",
      globalTeardown: "<rootDir>/__tests__/e2e/support/global-teardown.ts",
    },
  ],
};
