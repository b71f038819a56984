/** A stack as far as a hostile change edits it. */
export type Edited = Record<string, Record<string, unknown>>;

/** A way to make a plan do something else than plan, or somewhere else. `says`: what is told of it. */
export interface Hostile {
  readonly name: string;
  readonly edit: (stack: Edited) => void;
  readonly says: RegExp;
}

/** Adds a resource, or anything else that stands two levels deep. */
export const add = (kind: string, type: string, body: unknown) => (stack: Edited) => {
  stack[kind] = { ...stack[kind], [type]: { evil: body } };
};

export const set = (kind: string, value: unknown) => (stack: Edited) => {
  stack[kind] = value as Edited[string];
};

/** Something in a resource that is there. */
export const inTopic = (more: object) => (stack: Edited) => {
  const topics = stack["resource"]?.["aws_sns_topic"] as Record<string, object>;
  const [name = ""] = Object.keys(topics);
  topics[name] = { ...topics[name], ...more };
};

/** A text in a place where Terraform works it out. */
export const text = (value: string) => inTopic({ display_name: value });

/** Something in the first provider of AWS. */
export const inProvider = (more: object) => (stack: Edited) => {
  const [first, ...others] = stack["provider"]?.["aws"] as object[];
  stack["provider"] = { aws: [{ ...first, ...more }, ...others] };
};

export const inTerraform = (more: object) => (stack: Edited) => {
  stack["terraform"] = { ...stack["terraform"], ...more };
};

export const nested = (levels: number): unknown => (levels === 0 ? "x" : [nested(levels - 1)]);

export const hostile = (name: string, edit: Hostile["edit"], says: RegExp): Hostile => ({ name, edit, says });
