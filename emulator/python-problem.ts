/** Why there is no Python with the packages that are needed. */
export type PythonProblemKind = "no python" | "old python" | "no ensurepip" | "no package index" | "other";

const LAST_LINES = 12;

/** What a program said last, without its progress. */
const lastWords = (output: string): string =>
  output
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s*(Collecting|Downloading|Using cached|Requirement|[━ ]+\d)/.test(line))
    .slice(-LAST_LINES)
    .map((line) => `  ${line}`)
    .join("\n");

/** Says what is wrong, what the tool said, and what helps where that is wrong. */
export class PythonProblem extends Error {
  constructor(
    readonly kind: PythonProblemKind,
    what: string,
    said: string,
    readonly advice: string,
  ) {
    const words = lastWords(said);
    super([what, ...(words === "" ? [] : ["It said:", words]), `What to do: ${advice}`].join("\n"));
    this.name = "PythonProblem";
  }
}

const GET_PYTHON =
  "install Python 3.10 or newer (Debian and Ubuntu: apt install python3 python3-venv; Fedora: dnf install python3; " +
  "macOS: brew install python3; Windows: https://www.python.org/downloads)";

export const noPython = (said: string): PythonProblem =>
  new PythonProblem("no python", "no Python was found: neither python3 nor python can be started.", said, GET_PYTHON);

export const oldPython = (version: string): PythonProblem =>
  new PythonProblem("old python", `Python must be 3.10 or newer, got ${version}.`, "", GET_PYTHON);

/** Why `python3 -m venv` failed. Debian and Ubuntu put ensurepip into a package of its own, which few have. */
export function venvProblem(output: string): PythonProblem {
  if (!/ensurepip|No module named '?venv/.test(output))
    return new PythonProblem("other", "python3 -m venv failed.", output, "mend what it says, then start again");
  const named = /apt install (python3[\d.]*-venv)/.exec(output)?.[1] ?? "python3-venv";
  return new PythonProblem(
    "no ensurepip",
    "python3 cannot make a virtual environment with pip in it (its ensurepip is missing, or failed).",
    output,
    `Debian and Ubuntu: apt install ${named}; elsewhere a Python that was built with ensurepip`,
  );
}

/** What pip says where the network, a proxy, a certificate or a name server stands in its way. */
const NETWORK =
  /Could not find a version|No matching distribution|NewConnectionError|ConnectTimeout|ConnectionResetError|ConnectionError|NameResolutionError|Read timed out|ReadTimeout|ProxyError|SSLError|Max retries exceeded|Connection broken|name resolution|Network is unreachable|HTTP error [45]\d\d|40[13] Client Error/i;

/** Why `pip install` of these packages failed. */
export function pipProblem(packages: readonly string[], output: string): PythonProblem {
  if (!NETWORK.test(output))
    return new PythonProblem(
      "other",
      `pip could not install ${packages.join(" ")}.`,
      output,
      "mend what it says, then start again",
    );
  return new PythonProblem(
    "no package index",
    `pip could not get ${packages.join(" ")} from PyPI.`,
    output,
    "open the way to https://pypi.org and https://files.pythonhosted.org, or name a mirror in PIP_INDEX_URL, a proxy in " +
      "HTTPS_PROXY, or a folder with the packages in PIP_FIND_LINKS",
  );
}
