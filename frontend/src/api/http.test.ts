import { expect, test, vi } from "vitest";
import { request } from "./http";

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
