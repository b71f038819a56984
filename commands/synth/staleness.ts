import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differingBlocks, type TerraformJson } from "../../terraform/blocks";

/** In what a stack is not as the configuration synthesizes it. */
export interface Stale {
  readonly stack: string;
  readonly what: "missing" | "another" | "stray";
  /** Of another: addresses of the blocks that differ. None where only the way it is written differs. */
  readonly addresses: readonly string[];
  /** Of a stray: the files that nobody synthesizes and Terraform would read. */
  readonly files: readonly string[];
}

const FILE = "cdk.tf.json";

/** What Terraform or OpenTofu reads as configuration. */
const READ_BY_TERRAFORM = /\.(tf|tofu)(\.json)?$/;

const listed = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The stack as JSON. Nothing where it is none: then every block differs. */
function parsed(text: string): TerraformJson {
  try {
    return JSON.parse(text) as TerraformJson;
  } catch {
    return {};
  }
}

/** A checkout on Windows may have other line ends. */
const sameText = (left: string, right: string): boolean =>
  left.replaceAll("\r\n", "\n") === right.replaceAll("\r\n", "\n");

function ofStack(folder: string, stack: string, fresh: string): readonly Stale[] {
  const there = textOf(join(folder, stack, FILE));
  if (there === undefined) return [{ stack, what: "missing", addresses: [], files: [] }];
  if (sameText(there, fresh)) return [];
  return [{ stack, what: "another", addresses: differingBlocks(parsed(there), parsed(fresh)), files: [] }];
}

/** Files that Terraform would read, beside the one that is synthesized. */
function strays(folder: string, stack: string, isKnown: boolean): readonly Stale[] {
  const files = listed(join(folder, stack)).filter(
    (file) => READ_BY_TERRAFORM.test(file) && !(isKnown && file === FILE),
  );
  return files.length === 0 ? [] : [{ stack, what: "stray", addresses: [], files }];
}

/** Compares a folder of stacks with what is synthesized, by name. Writes nothing. */
export const staleStacks = (folder: string, fresh: ReadonlyMap<string, string>): readonly Stale[] => [
  ...[...fresh].flatMap(([stack, text]) => ofStack(folder, stack, text)),
  ...[...new Set([...listed(folder), ...fresh.keys()])].flatMap((stack) => strays(folder, stack, fresh.has(stack))),
];
