import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServerFrame } from "../../api/protocol.gen";
import { HereContext } from "../../room/hooks";
import { Plea } from "../../room/plea";
import { asBob, frame, NOON } from "../../room/stage";
import type { Room } from "../../room/state";
import type { Listener, RoomStore } from "../../room/store";
import { begin, speak } from "../../words";
import { HelpButton } from "./Help";
import { Pleading } from "./Pleading";
import { PleaContext } from "./plea";

const byHttp = vi.fn<() => Promise<unknown>>();
const you = { ...asBob().you, helped: "coming" as const };
const crisis = [{ name: "The line", phone: "988", note: "" }];
const room: Room = { ...asBob(), you, crisis };

let hear: (frame: ServerFrame) => void;
let view: { room: Room; status: { kind: string } };

async function drawn() {
  await begin();
  await speak("en");
  view = { room, status: { kind: "lost" } };
  const store = {
    ...{ subscribe: () => () => undefined, now: () => NOON },
    get view() {
      return view;
    },
    give: () => new Promise<void>(() => undefined),
    listen: ({ heard }: Listener) => {
      hear = heard;
      return () => undefined;
    },
  } as unknown as RoomStore;
  const plea = new Plea(store, byHttp, () => "ref");
  plea.start();
  render(
    <MantineProvider env="test">
      <HereContext value={{ store, session: "s" }}>
        <PleaContext value={plea}>
          <Pleading />
          <HelpButton />
        </PleaContext>
      </HereContext>
    </MantineProvider>,
  );
}

const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const open = () => press("I need help");

beforeEach(() => {
  byHttp.mockReset();
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});
afterEach(cleanup);

test("a request that fails after its dialog was closed says so, with the numbers", async () => {
  let fail: (error: Error) => void = () => undefined;
  byHttp.mockReturnValue(new Promise((_, no) => (fail = no)));
  await drawn();
  await open();
  await press("Tell the facilitators");
  await press("Close");
  await act(async () => fail(new Error("offline")));
  expect(screen.getByRole("status").textContent).toContain("could not be sent. We keep trying.");
  expect(screen.getByRole("link").textContent).toBe("988");
});

test("what is half typed is there when the dialog is opened again", async () => {
  await drawn();
  await open();
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "somebody is" } });
  await press("Close");
  await open();
  expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("somebody is");
});

test("nobody is said to come before the room has answered this very request", async () => {
  byHttp.mockResolvedValue({});
  await drawn();
  await open();
  await press("Tell the facilitators");
  expect(document.body.textContent).toContain("Your request for help is sent.");
  expect(document.body.textContent).not.toContain("is coming to you");
  expect(screen.getByLabelText("If you can not wait").dataset.urgent).toBe("true");
  view = { ...view, room: { ...room, you: { ...you, helped: "asked" } } };
  act(() => hear(frame({ type: "HelpAsked", staff_here: true })));
  expect(document.body.textContent).toContain("The facilitators have been told.");
});

test("that it was sent is said outside of the dialog, until it is put aside", async () => {
  byHttp.mockResolvedValue({});
  await drawn();
  await open();
  await press("Tell the facilitators");
  await press("Close");
  expect(screen.getByRole("status").textContent).toContain("Your request for help is sent.");
  await press("Put aside");
  expect(screen.getByRole("status").textContent).toBe("");
});
