import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { type Me, me } from "../api/account";
import { SignedIn } from "./SignedIn";

vi.mock("../api/account", () => ({ me: vi.fn() }));
vi.mock("../words", () => ({ speak: vi.fn() }));
vi.mock("./SignIn", () => ({ SignIn: () => null }));
vi.mock("./today/Top", () => ({ Top: () => null }));
vi.mock("./account/SecondFactorDue", () => ({ SecondFactorDue: () => null }));

const asked = vi.mocked(me);
const somebody = (id: string) => ({ id, locale: "en", memberships: [] }) as unknown as Me;
const read = vi.fn<() => Promise<string>>();

function Own() {
  const { data } = useQuery({ queryKey: ["sessions"], queryFn: read });
  return <p>{data ?? "nothing yet"}</p>;
}

afterEach(cleanup);

test("who signs in at another tab sees nothing of whoever was here before", async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 15_000 } } });
  asked.mockResolvedValueOnce(somebody("u_bob")).mockResolvedValueOnce(somebody("u_eve"));
  read.mockResolvedValueOnce("Bob's evening").mockReturnValueOnce(new Promise(() => undefined));
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <MemoryRouter>
          <SignedIn>
            <Own />
          </SignedIn>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByText("Bob's evening");
  await act(() => queries.invalidateQueries({ queryKey: ["me"] }));
  await screen.findByText("nothing yet");
  expect(read).toHaveBeenCalledTimes(2);
});
