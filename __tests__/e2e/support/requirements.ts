/** What the end-to-end tests run on. */
export interface Requirements {
  /** Holds the provider; lives as long as the test run. */
  readonly folder: string;
  /** To be laid over the environment of every Terraform or CDKTF command. */
  readonly terraformEnv: Readonly<Record<string, string>>;
}

/** Says to the tests what the setup of the run found, or that something is missing. They may run in other processes. */
export function handOver(found: Requirements | undefined): void {
  if (found === undefined) delete process.env.ORG_BASELINE_E2E;
  else process.env.ORG_BASELINE_E2E = JSON.stringify(found);
}

/** What the setup found, or undefined where something is missing. */
export function handedOver(): Requirements | undefined {
  const text = process.env.ORG_BASELINE_E2E;
  return text === undefined ? undefined : (JSON.parse(text) as Requirements);
}

/** The same for tests, which run only where everything was found. */
export function requirements(): Requirements {
  const found = handedOver();
  if (found === undefined) throw new Error("the setup of the e2e project must have run: see jest.config.mjs");
  return found;
}
