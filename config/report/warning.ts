/** One thing that is allowed and may still be a mistake: where it stands, what it means and what to do. */
export interface Warning {
  readonly where: string;
  readonly text: string;
}
