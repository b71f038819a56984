import { matchesEventPattern, parseEventPattern } from "../../../../proofs/event-pattern";
import { Refusal } from "../../../../proofs/refuse";
import { askEngine, ENGINE, fetchEngine, isHere } from "./engine";
import { goldenVerdicts, type Verdict, writeGolden } from "./golden";
import type { Asked } from "./narrow";
import { letterQuestions, randomQuestions, shippedQuestions } from "./questions";
import { REFUSED_ON_PURPOSE } from "./refused-on-purpose";

/**
 * Our evaluator of event patterns against AWS's own. Where the engine is here it is asked itself, and the golden verdicts
 * must be its; elsewhere they are the judge. REQUIRE_ENGINE=1 fetches it with Maven, and fails without it. After a change
 * of what is asked: npm run generate, where Java and Maven are.
 */
const isUpdate = process.env.UPDATE_GOLDEN === "1";
const isRequired = process.env.REQUIRE_ENGINE === "1";
const QUESTIONS = { random: randomQuestions, letters: letterQuestions, shipped: shippedQuestions };

const verdictsOf = (questions: readonly Asked[]): readonly Verdict[] =>
  askEngine(questions).flatMap((answer, index) =>
    typeof answer === "string"
      ? (questions[index]?.events ?? []).map((): Verdict => "r")
      : answer.map((fires): Verdict => (fires ? "f" : "q")),
  );

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

interface Answer {
  readonly verdict: Verdict;
  /** Why the pattern is refused. */
  readonly refusal?: string;
}

/** What our evaluator says of every pair. */
const ours = (questions: readonly Asked[]): readonly Answer[] =>
  questions.flatMap(({ pattern, events }) => {
    try {
      const read = parseEventPattern(plain(pattern));
      return events.map((event): Answer => ({ verdict: matchesEventPattern(read, plain(event)) ? "f" : "q" }));
    } catch (problem) {
      if (problem instanceof Refusal) return events.map((): Answer => ({ verdict: "r", refusal: problem.message }));
      throw problem;
    }
  });

/**
 * The verdicts to agree with. Where we refuse a pattern, the engine's may change from run to run, and do not count.
 * Throws where neither the engine nor a file that is up to date can tell.
 */
function judged(name: string, questions: readonly Asked[], answers: readonly Answer[]): readonly Verdict[] {
  const golden = goldenVerdicts(name, questions);
  if (isRequired || (isUpdate && golden === undefined)) fetchEngine();
  const verdicts = isHere() ? verdictsOf(questions) : golden;
  if (isUpdate && isHere() && verdicts) writeGolden(name, questions, verdicts);
  else if (!verdicts || answers.some(({ verdict }, index) => verdict !== "r" && golden?.[index] !== verdicts[index]))
    throw new Error(`verdicts.golden.json must hold the verdicts of ${ENGINE} on the ${name} pairs: npm run generate`);
  return verdicts;
}

/** Pairs on which we say something else than the engine, and the reasons for which we refused what it reads. */
function compare(name: keyof typeof QUESTIONS) {
  const questions = QUESTIONS[name]();
  const answers = ours(questions);
  const pairs = questions.flatMap(({ pattern, events }) => events.map((event) => ({ pattern, event })));
  const reasons = new Set<string>();
  const wrong = judged(name, questions, answers).flatMap((theirs, index) => {
    const { verdict, refusal } = answers[index] ?? { verdict: "r" };
    const reason = refusal === undefined ? undefined : REFUSED_ON_PURPOSE.find((each) => refusal.includes(each));
    if (reason !== undefined && theirs !== "r") reasons.add(reason);
    return verdict === theirs || reason !== undefined ? [] : [{ ...pairs[index], verdict, refusal, theirs }];
  });
  const share = (of: Verdict) => answers.filter(({ verdict }) => verdict === of).length / answers.length;
  return { wrong, reasons, share, pairs: answers.length };
}

const judge = isHere() || isRequired ? `${ENGINE} itself` : `the golden verdicts of ${ENGINE}; the engine did not run`;

describe(`judged by ${judge}`, () => {
  beforeAll(() => process.stderr.write(`event patterns are judged by ${judge}\n`));

  test("85,000 random pairs", () => {
    const { wrong, reasons, share, pairs } = compare("random");
    expect(wrong).toEqual([]);
    expect(pairs).toBe(85_000);
    expect([share("f") > 0.15, share("q") > 0.25]).toEqual([true, true]);
    expect(REFUSED_ON_PURPOSE.filter((reason) => !reasons.has(reason))).toEqual([]);
  });

  test("every letter whose case is known", () => {
    const { wrong, share } = compare("letters");
    expect(wrong).toEqual([]);
    expect(share("f")).toBeGreaterThan(0.5);
  });

  test("every shipped pattern on every event of the proofs", () => {
    const { wrong, share, pairs } = compare("shipped");
    expect(wrong).toEqual([]);
    expect([share("r"), share("f") > 0.005, pairs > 1000]).toEqual([0, true, true]);
  });
});
