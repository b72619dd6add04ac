import { expect, test, vi } from "vitest";
import { request } from "./http";
import { give } from "./sessions";

test("an id out of an address is one step of a path, and leads nowhere else", async () => {
  const asked = vi.fn();
  vi.stubGlobal("fetch", asked);
  for (const id of ["../me", "..", ".", "%2e%2e", "..\\me", "%2E./me", "x/../../me", "\0"])
    await expect(request("GET", `/api/v1/groups/${id}`)).rejects.toMatchObject({
      status: 404,
      code: "not_found",
    });
  expect(asked).not.toHaveBeenCalled();
  asked.mockResolvedValue(new Response("{}"));
  await request("GET", `/api/v1/people/${encodeURIComponent("../ä")}?clinic=1`);
  expect(asked).toHaveBeenCalledTimes(1);
});

test("a command that hangs fails, so that it can be given again", async () => {
  vi.useFakeTimers();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const ended = new AbortController();
    setTimeout(() => ended.abort(), ms);
    return ended.signal;
  });
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
    return new Promise((_done, failed) => signal?.addEventListener("abort", () => failed()));
  });
  const given = expect(give("s", { type: "AskForHelp", words: "" }, "ref")).rejects.toMatchObject({
    code: "offline",
  });
  await vi.advanceTimersByTimeAsync(8_000);
  await given;
  timeout.mockRestore();
  vi.useRealTimers();
});
