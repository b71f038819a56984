import type { Issuer, Location, TrustStatement } from "./web-identity";

/** The roles that a pipeline's jobs assume by themselves. */
export const JOB_ROLES = ["plan", "apply", "evidence"] as const;

export type JobRole = (typeof JOB_ROLES)[number];

/** What was said of the pipeline, as the options say it. */
export interface Pipeline {
  readonly platform: string;
  readonly repository?: string | undefined;
  /** Branch that is protected, and from which jobs with credentials come. */
  readonly branch: string;
  readonly environment?: string | undefined;
  readonly workflows: readonly string[];
  readonly audience?: string | undefined;
  readonly issuer?: string | undefined;
  readonly projects: readonly string[];
}

/** A platform that runs the pipeline's jobs: whose jobs a role may trust, and what has to be said for it. */
export interface Platform {
  readonly name: string;
  /** Options without which nobody could be named, and others that it takes. */
  readonly needs: readonly PipelineOption[];
  readonly takes: readonly PipelineOption[];
  /** Who issues the tokens of its jobs. Undefined where AWS itself runs them. */
  readonly issuer: (pipeline: Pipeline) => Issuer | undefined;
  /** Ends with a mistake where an option has not the platform's form. */
  readonly check: (pipeline: Pipeline) => void;
  readonly trust: (role: JobRole, pipeline: Pipeline, location: Location & { region: string }) => TrustStatement;
  /** What a person has to know of it. */
  readonly notes: (pipeline: Pipeline) => readonly string[];
}

export type PipelineOption = "repository" | "environment" | "workflow" | "audience" | "issuer" | "project" | "branch";
