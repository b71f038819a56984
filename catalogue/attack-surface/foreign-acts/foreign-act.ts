/**
 * What acts on the protected things from another service, by hand. It ends in actions of the register, made with
 * somebody's rights: those are judged there, and named here.
 */
export interface ForeignAct {
  readonly actions: readonly string[];
  /** How it would get there. */
  readonly way: string;
  /** Why it does not, or what is left. */
  readonly because: string;
  /** Whether the management account's policy denies them besides, where they reach what no guardrail binds. */
  readonly deniedInManagement?: true;
  /** Actions of the register on which it hangs. Each must be denied, or watched. */
  readonly hangsOn: readonly string[];
  /** Where AWS says how it acts. */
  readonly source: string;
}
