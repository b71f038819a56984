import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** What stands above a field of the schema, and what it was defined as. */
export interface Described {
  readonly text: string;
  readonly default: string | undefined;
  readonly definition: Definition;
}

const sources = new Map<string, ts.SourceFile>();

function sourceOf(path: string): ts.SourceFile {
  const known = sources.get(path);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  sources.set(path, source);
  return source;
}

const unwrapped = (text: string | undefined): string => (text ?? "").replace(/\s*\n\s*/g, " ").trim();

/** The expression by which a name of a schema file is defined, in that file or in the one that it is imported from. */
function definitionOf(name: string, source: ts.SourceFile): ts.Expression | undefined {
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name: declared, initializer } of statement.declarationList.declarations)
        if (declared.getText() === name && initializer !== undefined) return initializer;
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const named = statement.importClause?.namedBindings;
      const path = join(dirname(source.fileName), `${statement.moduleSpecifier.text}.ts`);
      const imported =
        named !== undefined && ts.isNamedImports(named) && named.elements.some((each) => each.name.text === name);
      if (imported && existsSync(path)) return definitionOf(name, sourceOf(path));
    }
  }
  return undefined;
}

/**
 * A piece of the schema as it is written. The docstrings are in the source only, the meaning is in the schema that
 * runs: both are walked side by side.
 */
export class Definition {
  private constructor(private readonly call: ts.CallExpression | undefined) {}

  /** The definition of an exported name of a file. */
  static of(path: string, name: string): Definition {
    return Definition.from(definitionOf(name, sourceOf(path)));
  }

  /** Follows names to where they are defined, and leaves `.default(…)`, `.optional()` and rules aside. */
  private static from(expression: ts.Expression | undefined): Definition {
    if (expression === undefined) return new Definition(undefined);
    if (ts.isIdentifier(expression)) return Definition.from(definitionOf(expression.text, expression.getSourceFile()));
    if (!ts.isCallExpression(expression)) return new Definition(undefined);
    const called = expression.expression;
    if (ts.isPropertyAccessExpression(called) && called.expression.getText() !== "z")
      return Definition.from(called.expression);
    return new Definition(expression);
  }

  /** A field of an object, with its docstring; undefined where the source cannot be followed. */
  field(name: string): Described | undefined {
    const [object] = this.call?.arguments ?? [];
    if (object === undefined || !ts.isObjectLiteralExpression(object)) return undefined;
    const property = object.properties.find((each) => each.name?.getText() === name);
    if (property === undefined) return undefined;
    const [doc] = ts.getJSDocCommentsAndTags(property).filter(ts.isJSDoc);
    const fallback = doc?.tags?.find(({ tagName }) => tagName.text === "default");
    return {
      text: unwrapped(ts.getTextOfJSDocComment(doc?.comment)),
      default: fallback === undefined ? undefined : unwrapped(ts.getTextOfJSDocComment(fallback.comment)),
      definition: Definition.from(
        ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined,
      ),
    };
  }

  /** What a list or a map holds. */
  item(): Definition {
    return Definition.from(this.call?.arguments.at(-1));
  }

  /** One of the forms that it may have. */
  option(index: number): Definition {
    const list = this.call?.arguments.find(ts.isArrayLiteralExpression);
    return Definition.from(list?.elements[index]);
  }
}
