import { DataAwsOrganizationsOrganizationalUnits } from "@cdktf/provider-aws/lib/data-aws-organizations-organizational-units";
import { Construct } from "constructs";
import type { GlobalPlace } from "./place";
import { literal } from "./policy-json";

export interface OrganizationalUnitsProps {
  readonly place: GlobalPlace;
  /** Id of the organization's root. */
  readonly rootId: string;
  /** Paths to be found, such as `Workloads/Prod`. */
  readonly paths: readonly string[];
}

const parentOf = (path: string): string => path.split("/").slice(0, -1).join("/");
const nameOf = (path: string): string => path.split("/").at(-1) ?? path;
const quoted = (text: string): string => literal(JSON.stringify(text));

/** A path as a part of an address: `_` stands for the slash alone, so that `a/b` and `a_b` keep apart. */
const slug = (path: string): string => path.replace(/[^A-Za-z0-9-]/gu, (sign) => (sign === "/" ? "_" : "-"));

/** Every path and the paths above it, parents first. */
const withParents = (paths: readonly string[]): readonly string[] => [
  ...new Set(
    paths
      .flatMap((path) => path.split("/").map((_, depth, parts) => parts.slice(0, depth + 1).join("/")))
      .sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1)),
  ),
];

/** Organizational units found by path while planning. A path that does not exist fails the plan and is named. */
export class OrganizationalUnits extends Construct {
  private readonly ids = new Map<string, string>();

  constructor(scope: Construct, id: string, { place, rootId, paths }: OrganizationalUnitsProps) {
    super(scope, id);
    const wanted = withParents(paths);
    for (const parent of new Set(wanted.map(parentOf))) {
      const children = wanted.filter((path) => parentOf(path) === parent);
      const data = new DataAwsOrganizationsOrganizationalUnits(this, parent === "" ? "root" : slug(parent), {
        ...place,
        parentId: this.ids.get(parent) ?? rootId,
        lifecycle: {
          postcondition: children.map((path) => ({
            condition: `\${contains(self.children[*].name, ${quoted(nameOf(path))})}`,
            errorMessage: `a target must be the path of an organizational unit that exists, got ${literal(path)}: ${parent === "" ? "the root" : literal(parent)} holds \${join(", ", self.children[*].name)}`,
          })),
        },
      });
      for (const path of children)
        this.ids.set(
          path,
          `\${one([for unit in ${data.fqn}.children : unit.id if unit.name == ${quoted(nameOf(path))}])}`,
        );
    }
  }

  /** Id of the unit at the path, as a Terraform expression. Throws for a path that was not asked for. */
  idOf(path: string): string {
    const id = this.ids.get(path);
    if (id === undefined) throw new Error(`path must be one of those looked up, got ${path}`);
    return id;
  }
}
