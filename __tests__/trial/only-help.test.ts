import { onlyHelp } from "../../trial/only-help";

const answer = (...args: string[]) => onlyHelp("npm run it", "what it does", args);

test("without an argument the work begins", () => expect(answer()).toBeUndefined());

test.each(["--help", "-h"])("%s says what the command does", (option) =>
  expect(answer(option)).toEqual({ text: "what it does", exitCode: 0 }),
);

test.each(["--bogus", "file"])("%s is a mistake, also beside --help", (argument) => {
  const text = `npm run it must have no argument but --help, got "${argument}" (npm run it -- --help)`;
  expect(answer(argument)).toEqual({ text, exitCode: 1 });
  expect(answer("--help", argument)).toEqual({ text, exitCode: 1 });
});
