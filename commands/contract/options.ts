/** A value that an option takes only in a certain form. */
export interface Rule {
  /** Read after "must". */
  readonly must: string;
  readonly holds: (text: string) => boolean;
}

interface Told {
  /** What it does, for the help. */
  readonly says: string;
  /** Options that it cannot stand beside. Saying so for one of the two is enough. */
  readonly without?: readonly string[];
}

/** An option that is there or not. */
export interface Flag extends Told {
  readonly takes: "nothing";
}

/** An option with a value: once, or as often as it is given. */
export interface Valued extends Told {
  readonly takes: "one" | "many";
  /** Stands for the value in the help, such as `<arn>`. */
  readonly value: string;
  /** @default any text but an empty one */
  readonly rule?: Rule;
}

export type Option = Flag | Valued;

/** The options of a command, by their names without the hyphens, in the order of the help. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What was given: true or false for a flag; a text, or undefined, for one value; a list for many. */
export type Values<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Flag
    ? boolean
    : Table[Name] extends { readonly takes: "many" }
      ? readonly string[]
      : string | undefined;
};

/** What a command takes beside its options. */
export interface Operands {
  /** Stands for them in the help, such as `<file…>`. */
  readonly value: string;
  /** Read after "must get": what they are. At least one is needed. Left out where none is needed. */
  readonly are?: string;
  /** @default - any number */
  readonly most?: number;
  readonly says: string;
}

/** Every command has it, and none lists it. */
export const HELP_OPTION: Flag = { takes: "nothing", says: "this page" };
