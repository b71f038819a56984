import { Target, unitsOf } from "../../../config/blueprint/target";
import { OrganizationalUnits } from "../../../constructs/organization/organizational-units";
import { built } from "../../support/construct";
import type { Body } from "../../support/terraform";

const TYPE = "aws_organizations_organizational_units";

const toFind = (paths: readonly string[]) => unitsOf(paths.map((path) => new Target(path)));

const lookUp = (...paths: string[]) =>
  built((stack, place) => {
    const units = new OrganizationalUnits(stack, "units", { place, rootId: "r-ab12", units: toFind(paths) });
    return Object.fromEntries(paths.map((path, index) => [`path${index}`, units.idOf(path)]));
  });

const lookUps = (...paths: string[]) => lookUp(...paths).data?.[TYPE] ?? {};
const conditions = (body: Body | undefined): readonly string[] =>
  (body?.["lifecycle"] as { readonly postcondition: readonly { readonly condition: string }[] }).postcondition.map(
    ({ condition }) => condition,
  );
const child = (lookup: string, name: string) =>
  `\${one([for unit in data.${TYPE}.${lookup}.children : unit.id if unit.name == "${name}"])}`;

test("a path is followed from the root, level by level", () => {
  const found = lookUps("Workloads/Prod/EU");
  expect(Object.fromEntries(Object.entries(found).map(([name, body]) => [name, body["parent_id"]]))).toEqual({
    units_root: "r-ab12",
    units_Workloads: child("units_root", "Workloads"),
    units_Workloads_Prod: child("units_Workloads", "Prod"),
  });
  expect(lookUp("Workloads/Prod/EU").output?.["path0"]).toEqual({ value: child("units_Workloads_Prod", "EU") });
});

test("paths share the lookups that they have in common", () => {
  const found = lookUps("Workloads/Prod", "Workloads/Dev", "Workloads");
  expect(Object.keys(found).sort()).toEqual(["units_Workloads", "units_root"]);
  expect(conditions(found["units_Workloads"])).toEqual([
    '${contains(self.children[*].name, "Dev")}',
    '${contains(self.children[*].name, "Prod")}',
  ]);
  expect(conditions(found["units_root"])).toEqual(['${contains(self.children[*].name, "Workloads")}']);
});

test("a level and an underscore are not the same", () => {
  expect(Object.keys(lookUps("a_b/x", "a/b/y")).sort()).toEqual(["units_a", "units_a-b", "units_a_b", "units_root"]);
});

test("a path that does not exist is named in the message, with what is there", () => {
  const message = JSON.stringify(lookUps("Workloads/Prod")["units_Workloads"]);
  expect(message).toContain(
    "a target must be the path of an organizational unit that exists, got Workloads/Prod: Workloads holds ${join",
  );
  expect(JSON.stringify(lookUps("Prod")["units_root"])).toContain("got Prod: the root holds ${join");
});

test("a name is text to Terraform, whatever it holds", () => {
  const found = lookUps('A "B" ${x}');
  expect(conditions(found["units_root"])).toEqual(['${contains(self.children[*].name, "A \\"B\\" $${x}")}']);
});

test("without a path nothing is looked up", () => {
  expect(lookUp().data).toBeUndefined();
});

test("a path that was not looked up is an error", () => {
  const ask = () =>
    built((stack, place) => ({
      id: new OrganizationalUnits(stack, "units", { place, rootId: "r-ab12", units: toFind(["A/B"]) }).idOf("A/C"),
    }));
  expect(ask).toThrow("path must be one of those looked up, got A/C");
});
