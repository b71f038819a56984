import { pick, withoutProxyToLoopback } from "../../processes/environment";

test("what is named and set is picked, whole or by its beginning, and nothing else", () => {
  const env = { PATH: "/bin", TF_TOKEN_example_com: "x", TF_TOKEN: "y", TFENV: "z", HOME: undefined, EMPTY: "" };
  expect(pick(env, ["PATH", "HOME"], ["TF_TOKEN_*", "EMPTY"])).toEqual({
    PATH: "/bin",
    TF_TOKEN_example_com: "x",
    EMPTY: "",
  });
});

test.each([
  [{}, "127.0.0.1,localhost"],
  [{ no_proxy: "example.com,localhost" }, "example.com,localhost,127.0.0.1"],
  [{ NO_PROXY: "10.0.0.0/8", no_proxy: "example.com" }, "10.0.0.0/8,127.0.0.1,localhost"],
])("no proxy stands before our own loopback: %j", (env, hosts) =>
  expect(withoutProxyToLoopback(env)).toEqual({ NO_PROXY: hosts, no_proxy: hosts }),
);
