import { SIGNALS } from "../processes/signals";

const PARENT_CHECK_MS = 1_000;

/** The trial was asked to stop. */
export class Interrupted extends Error {
  constructor(by: string) {
    super(`stopped by ${by}`);
    this.name = "Interrupted";
  }
}

/** The work, unless a signal comes first. Later signals are heard and ignored: stopping in good order takes seconds. */
export async function unlessInterrupted<T>(
  work: () => Promise<T>,
  env: Readonly<Record<string, string | undefined>> = process.env,
  screen: NodeJS.EventEmitter = process.stdout,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    for (const signal of SIGNALS) process.on(signal, () => reject(new Interrupted(signal)));
    // EPIPE: `npm start | head` has seen enough.
    screen.on("error", () => reject(new Interrupted("the end of who reads this")));
    // A signal to npm ends npm and its shell, and reaches nobody else.
    if (env.npm_lifecycle_event !== undefined) whenOrphaned(() => reject(new Interrupted("the end of npm")));
    work().then(resolve, reject);
  });
}

function whenOrphaned(tell: () => void): void {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    tell();
  }, PARENT_CHECK_MS);
  check.unref();
}
