import { cliProblem } from "../../trial/terminal-module";

test("the terminal module of the CDKTF CLI loads here", () => expect(cliProblem()).toBeUndefined());

test("where it does not, the reason and the way out are said", () => {
  const problem = cliProblem(() => {
    throw new Error("Error loading shared library ld-linux-x86-64.so.2\nRequire stack:\n- index.js");
  });
  expect(problem).toContain("  Error loading shared library ld-linux-x86-64.so.2\n");
  expect(problem).toContain("On Alpine (musl) use an image with glibc");
  expect(problem).not.toContain("Require stack");
});
