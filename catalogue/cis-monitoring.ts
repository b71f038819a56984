import type { Reference } from "./guardrail";

/** A control of the monitoring chapter, the same in every version of the benchmark. */
export interface MonitoringControl {
  /** Place in the chapter: 4 is 3.4 in version 1.2.0, 4.4 in 1.4.0, 3.0.0 and 5.0.0, and 5.4 in 7.0.0. */
  readonly position: number;
  /** Control of Security Hub that compares the filter, if there is one. */
  readonly securityHub?: string;
  /** Check of Prowler that compares the filter. */
  readonly prowler: string;
}

/** Chapter of monitoring by version of the CIS AWS Foundations Benchmark. Source: Prowler's compliance files, 2026-11. */
const CHAPTERS = [
  ["1.2.0", 3],
  ["1.4.0", 4],
  ["3.0.0", 4],
  ["5.0.0", 4],
  ["7.0.0", 5],
] as const;

/** Version 1.2.0 ends with the fourteenth control. */
const LAST_IN_1_2_0 = 14;

/** Where a control of the monitoring chapter is written down. */
export const monitoringReferences = ({ position, securityHub, prowler }: MonitoringControl): readonly Reference[] => [
  ...(securityHub === undefined ? [] : [{ source: "AWS Security Hub", control: securityHub }]),
  ...CHAPTERS.filter(([version]) => version !== "1.2.0" || position <= LAST_IN_1_2_0).map(([version, chapter]) => ({
    source: `CIS AWS Foundations Benchmark ${version}`,
    control: `${chapter}.${position}`,
  })),
  { source: "Prowler", control: prowler },
];
