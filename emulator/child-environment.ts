import { ANY_PROGRAM, NETWORK, pick } from "../processes/environment";
import type { Environment } from "../processes/search-path";

/** By which a `python3` that is a shim of a version manager finds the real one, and Python the packages of its user. */
const PYTHON = [
  ...["PYENV_ROOT", "PYENV_VERSION", "ASDF_DIR", "ASDF_DATA_DIR", "ASDF_PYTHON_VERSION"],
  ...["MISE_DATA_DIR", "MISE_CONFIG_DIR", "PYTHONUSERBASE"],
];

/** Where packages come from, and the way there. Nothing that changes where they go. */
const PIP = [
  ...["INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "NO_INDEX", "CONFIG_FILE", "CACHE_DIR", "NO_CACHE_DIR"],
  ...["CERT", "CLIENT_CERT", "TRUSTED_HOST", "PROXY", "DEFAULT_TIMEOUT", "TIMEOUT", "RETRIES", "KEYRING_PROVIDER"],
].map((name) => `PIP_${name}`);
const PACKAGE_SERVERS = ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NETRC", "XDG_CONFIG_DIRS"];

const DOCKER = [
  ...["DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"],
  ...["XDG_RUNTIME_DIR", "SSH_AUTH_SOCK"],
];

/**
 * The environment of our Python programs, built from what they need. PYTHONHOME, PYTHONPATH and PYTHONSAFEPATH would
 * break them, settings of AWS would reach moto, and nobody needs a proxy to answer on 127.0.0.1.
 */
export const pythonEnvironment = (env: Environment): Record<string, string> => ({
  ...pick(env, ANY_PROGRAM, PYTHON),
  PYTHONUTF8: "1",
  // The checkout may be read-only, and compiled files have no place among the sources.
  PYTHONDONTWRITEBYTECODE: "1",
});

/** The environment of `venv` and pip. What they install is compiled once, so that each later start is quick. */
export const installEnvironment = (env: Environment): Record<string, string> => ({
  ...pick(env, ANY_PROGRAM, PYTHON, PIP, NETWORK, PACKAGE_SERVERS),
  PYTHONUTF8: "1",
  PYTHONUNBUFFERED: "1",
  PIP_DISABLE_PIP_VERSION_CHECK: "1",
  PIP_NO_INPUT: "1",
  // A person's pip.conf may ask for both; in an environment of our own they are refused.
  PIP_USER: "0",
  PIP_REQUIRE_VIRTUALENV: "0",
});

export const dockerEnvironment = (env: Environment): Record<string, string> => pick(env, ANY_PROGRAM, DOCKER);
