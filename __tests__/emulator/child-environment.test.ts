import { dockerEnvironment, installEnvironment, pythonEnvironment } from "../../emulator/child-environment";

const CALLER = {
  PATH: "/usr/bin",
  HOME: "/home/me",
  TMPDIR: "/tmp/me",
  PYENV_ROOT: "/home/me/.pyenv",
  PYTHONHOME: "/nowhere",
  PYTHONPATH: "/nowhere",
  PYTHONSAFEPATH: "1",
  MOTO_ACCOUNT_ID: "222222222222",
  AWS_PROFILE: "production",
  AWS_USE_DUALSTACK_ENDPOINT: "true",
  AWS_CA_BUNDLE: "/nowhere",
  HTTPS_PROXY: "http://192.0.2.1:3128",
  PIP_INDEX_URL: "https://mirror.example.com",
  PIP_TARGET: "/elsewhere",
  PIP_USER: "1",
  DOCKER_HOST: "unix:///run/docker.sock",
};
const NEEDED = { PATH: "/usr/bin", HOME: "/home/me", TMPDIR: "/tmp/me" };

describe("the environment of a program", () => {
  test("of Python is what it needs, and nothing that could break it", () => {
    expect(pythonEnvironment(CALLER)).toEqual({
      ...NEEDED,
      PYENV_ROOT: "/home/me/.pyenv",
      PYTHONUTF8: "1",
      PYTHONDONTWRITEBYTECODE: "1",
    });
  });

  test("of pip knows where packages come from, and not where a person wants them", () => {
    const env = installEnvironment(CALLER);
    expect(env).toMatchObject({ ...NEEDED, PIP_INDEX_URL: "https://mirror.example.com", PIP_USER: "0" });
    expect(env).toMatchObject({ HTTPS_PROXY: "http://192.0.2.1:3128" });
    expect(Object.keys(env).filter((name) => /^AWS_|^PYTHONHOME|^PYTHONPATH|^PIP_TARGET/.test(name))).toEqual([]);
    // What is compiled at the installation need not be compiled at each start.
    expect(env).not.toHaveProperty("PYTHONDONTWRITEBYTECODE");
  });

  test("of Docker finds its daemon", () => {
    expect(dockerEnvironment(CALLER)).toEqual({ ...NEEDED, DOCKER_HOST: "unix:///run/docker.sock" });
  });
});
