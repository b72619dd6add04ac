import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { HereContext, useAround, useRoom, useRoomStore, useStore } from "../../room/hooks";
import { over, type Room as State } from "../../room/state";
import type { RoomStore } from "../../room/store";
import { Banner } from "./Banner";
import { Closed } from "./Closed";
import { Door } from "./Door";
import { Desk } from "./desk/Staff";
import { Ended } from "./Ended";
import { Inside } from "./Inside";
import { Notices } from "./Notices";
import { Opening } from "./Opening";
import { Outside } from "./Outside";
import { Pleading } from "./Pleading";
import { PleaContext, useNewPlea } from "./plea";
import classes from "./Room.module.css";
import { Waiting } from "./Waiting";

/** The room of the address: the view that fits how this person stands with it. */
export function Room() {
  const { session = "" } = useParams();
  return <Connected key={session} session={session} />;
}

function Connected({ session }: { session: string }) {
  const store = useRoomStore(session);
  const plea = useNewPlea(store, session);
  useStaleAfter();
  const code = useStore(store, ({ status }) => (status.kind === "closed" ? status.code : null));
  const known = useStore(store, ({ room }) => room !== null);
  if (code !== null && !known) return <Closed code={code} />;
  if (!known) return <Opening store={store} />;
  return (
    <PleaContext value={plea}>
      <Known store={store} session={session}>
        {code === null ? <Shown /> : <ClosedOn code={code} />}
      </Known>
    </PleaContext>
  );
}

/** What other pages knew before is asked again after a room: much has happened in between. */
function useStaleAfter(): void {
  const queries = useQueryClient();
  useEffect(() => () => void queries.invalidateQueries(), [queries]);
}

type KnownProps = { store: RoomStore; session: string; children: ReactNode };

function Known({ store, session, children }: KnownProps) {
  const [around] = useState(() => ({ store, session }));
  return <HereContext value={around}>{children}</HereContext>;
}

/** The end of the connection, and what became of one's asking for help. */
function ClosedOn({ code }: { code: number }) {
  return (
    <>
      <Pleading />
      <Closed code={code} />
    </>
  );
}

function Shown() {
  const { store } = useAround();
  const letIn = useStore(store, (now) => now.letIn);
  const stands = useRoom(shown);
  const view = letIn && stands === "door" ? "outside" : stands;
  return (
    <div className={classes.shell} data-fixed={view === "inside" || undefined}>
      <Title view={view} />
      <Banner />
      <Pleading />
      <Notices />
      <View view={view} />
    </div>
  );
}

type Kind = "ended" | "door" | "inside" | "desk" | "waiting" | "outside";

function shown({ you, times, staff }: State): Kind {
  if (over(times.phase)) return "ended";
  if (times.phase === "scheduled") return "door";
  if (you.standing === "inside") return staff ? "desk" : "inside";
  if (staff || you.standing === "outside") return "door";
  return you.standing === "waiting" ? "waiting" : "outside";
}

function View({ view }: { view: Kind }) {
  switch (view) {
    case "ended":
      return <Ended />;
    case "inside":
      return <Inside />;
    case "desk":
      return <Desk />;
    case "waiting":
      return <Waiting />;
    case "outside":
      return <Outside />;
    default:
      return <Door />;
  }
}

/** The tab says how one stands, for whoever waits in another one. */
function Title({ view }: { view: Kind }) {
  const { t } = useTranslation();
  const name = useRoom((room) => room.name);
  const prompted = useRoom((room) => room.you.prompted);
  const words = prompted
    ? t("room.prompted")
    : view === "waiting"
      ? t("waiting.tab", { name })
      : name;
  return <title>{`${words} · vgroup`}</title>;
}
