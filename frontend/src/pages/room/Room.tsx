import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Sheet } from "../../components/Sheet";
import type { Status } from "../../room/connection";
import { HereContext, useRoomStore, useView } from "../../room/hooks";
import { over, type Room as State } from "../../room/state";
import { Banner } from "./Banner";
import { Door } from "./Door";
import { Desk } from "./desk/Desk";
import { Ended } from "./Ended";
import { Inside } from "./Inside";
import { Notices } from "./Notices";
import { Outside } from "./Outside";
import { Waiting } from "./Waiting";

/** The room of the address: the view that fits how this person stands with it. */
export function Room() {
  const { session = "" } = useParams();
  return <Connected key={session} session={session} />;
}

function Connected({ session }: { session: string }) {
  const { t } = useTranslation();
  const store = useRoomStore(session);
  const { room, status, said } = useView(store);
  if (status.kind === "closed") return <Closed status={status} />;
  if (room === null) {
    const lead = status.kind === "lost" ? t("errors.offline") : t("connection.connecting");
    return <Sheet title="" lead={<span role="status">{lead}</span>} />;
  }
  return (
    <HereContext value={{ room, store, session }}>
      <title>{`${room.name} · vgroup`}</title>
      <Banner status={status} reconnect={store.reconnect} />
      <Notices said={said} />
      <Shown room={room} />
    </HereContext>
  );
}

function Shown({ room }: { room: State }) {
  const { you, times } = room;
  if (over(times.phase)) return <Ended />;
  if (times.phase === "scheduled") return <Door />;
  if (you.standing === "inside") return room.staff ? <Desk /> : <Inside />;
  if (room.staff || you.standing === "outside") return <Door />;
  return you.standing === "waiting" ? <Waiting /> : <Outside />;
}

function Closed({ status }: { status: Status & { kind: "closed" } }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const out = status.code === 4500;
  const sentence = out ? "signedOut" : status.code === 4501 ? "gone" : "stopped";
  return (
    <Sheet title={t(`connection.${sentence}`)}>
      {out ? (
        <Button variant="filled" onClick={() => void queries.resetQueries()}>
          {t("signIn.go")}
        </Button>
      ) : (
        <Button variant="filled" component={Link} to="/">
          {t("ended.sessions")}
        </Button>
      )}
    </Sheet>
  );
}
