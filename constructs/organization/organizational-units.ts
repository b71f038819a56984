import { DataAwsOrganizationsOrganizationalUnits } from "@cdktf/provider-aws/lib/data-aws-organizations-organizational-units";
import { Construct } from "constructs";
import type { GlobalPlace } from "../place";
import { literal, quoted } from "../policy-json";

export interface OrganizationalUnitsProps {
  readonly place: GlobalPlace;
  /** Id of the organization's root. */
  readonly rootId: string;
  /** Every unit to be looked up, parents first. */
  readonly units: readonly UnitToFind[];
}

/** A unit that is found by its name below its parent. */
export interface UnitToFind {
  /** Path from the root, such as `Workloads/Prod`. */
  readonly path: string;
  readonly name: string;
  /** Path of the unit above; empty where that is the root. */
  readonly parent: string;
  /** The path as a part of an address. Permanent. */
  readonly address: string;
}

/** Organizational units found by path while planning. A path that does not exist fails the plan and is named. */
export class OrganizationalUnits extends Construct {
  private readonly ids = new Map<string, string>();

  constructor(scope: Construct, id: string, { place, rootId, units }: OrganizationalUnitsProps) {
    super(scope, id);
    const addresses = new Map(units.map(({ path, address }) => [path, address]));
    for (const parent of new Set(units.map((unit) => unit.parent))) {
      const children = units.filter((unit) => unit.parent === parent);
      const data = new DataAwsOrganizationsOrganizationalUnits(this, addresses.get(parent) ?? "root", {
        ...place,
        parentId: this.ids.get(parent) ?? rootId,
        lifecycle: {
          postcondition: children.map(({ path, name }) => ({
            condition: `\${contains(self.children[*].name, ${quoted(name)})}`,
            errorMessage: `a target must be the path of an organizational unit that exists, got ${literal(path)}: ${parent === "" ? "the root" : literal(parent)} holds \${join(", ", self.children[*].name)}`,
          })),
        },
      });
      for (const { path, name } of children)
        this.ids.set(path, `\${one([for unit in ${data.fqn}.children : unit.id if unit.name == ${quoted(name)}])}`);
    }
  }

  /** Id of the unit at the path, as a Terraform expression. Throws for a path that was not asked for. */
  idOf(path: string): string {
    const id = this.ids.get(path);
    if (id === undefined) throw new Error(`path must be one of those looked up, got ${path}`);
    return id;
  }
}
