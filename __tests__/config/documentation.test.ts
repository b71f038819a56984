import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const FOLDER = join(__dirname, "..", "..", "config", "schema");

interface Field {
  readonly where: string;
  readonly text: string;
  readonly optional: boolean;
}

const isSchema = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.getText() === "z.strictObject";

/** The fields of every object of the schema, with the docstring that an editor shows for them. */
function fieldsOf(file: string): readonly Field[] {
  const source = ts.createSourceFile(file, readFileSync(join(FOLDER, file), "utf8"), ts.ScriptTarget.Latest, true);
  const fields: Field[] = [];
  const visit = (node: ts.Node): void => {
    if (isSchema(node))
      for (const object of node.arguments.filter(ts.isObjectLiteralExpression))
        for (const field of object.properties)
          fields.push({
            where: `${file}: ${field.name?.getText()}`,
            text: ts
              .getJSDocCommentsAndTags(field)
              .map((comment) => comment.getText())
              .join("\n"),
            optional: /\.(optional\(\)|default\([^()]*\)),?$/.test(field.getText()),
          });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return fields;
}

const fields = readdirSync(FOLDER).flatMap(fieldsOf);

describe("documentation of the configuration", () => {
  it("covers the schema", () => {
    expect(fields.length).toBeGreaterThan(70);
  });

  it.each(fields)("$where has a docstring", ({ text }) => {
    expect(text).toMatch(/^\/\*\*[^]*[A-Za-z]{3}/);
  });

  it.each(fields.filter(({ optional }) => optional))("$where, which can be left out, names its default", ({ text }) => {
    expect(text).toMatch(/@default \S/);
  });
});
