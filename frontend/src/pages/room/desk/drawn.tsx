// For tests: a part of the desk in a room that keeps the commands it is given.

import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { HereContext } from "../../../room/hooks";
import { NOON } from "../../../room/stage";
import type { Room } from "../../../room/state";
import type { RoomStore } from "../../../room/store";
import { begin, speak, staffWords } from "../../../words";

/** Draw it, in English; the answer is what its commands are given to. */
export async function drawn(room: Room, part: ReactNode) {
  await begin();
  await speak("en");
  await staffWords();
  const give = vi.fn(() => Promise.resolve());
  const store = {
    ...{ view: { room, reacted: [] }, give, now: () => NOON, subscribe: () => () => undefined },
  } as unknown as RoomStore;
  render(
    <MantineProvider env="test">
      <HereContext value={{ store, session: "s" }}>{part}</HereContext>
    </MantineProvider>,
  );
  return give;
}
