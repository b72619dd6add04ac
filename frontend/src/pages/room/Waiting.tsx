import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Sheet } from "../../components/Sheet";
import { useAround, useGive, useNow, useRoom, useStore } from "../../room/hooks";
import { clockTime, span } from "../../words/time";
import { Announcement } from "./Announcement";
import { Chat } from "./Chat";
import { CheckIn, Invitation } from "./checkin/CheckIn";
import { Door, Unsigned } from "./Door";
import { Devices } from "./devices/Devices";
import { Crisis, HelpButton } from "./Help";
import { useOwn } from "./Minutes";
import { OwnSeat } from "./OwnSeat";
import { Unable } from "./Unable";
import classes from "./Waiting.module.css";

type Page = "wait" | "again" | "devices" | "checkin";

/** The waiting room: what one waits for, that it is alive, and how to get help now. */
export function Waiting() {
  const [page, go] = useState<Page>("wait");
  const back = () => go("wait");
  switch (page) {
    case "again":
      return <Door done={back} />;
    case "devices":
      return <Devices done={back} />;
    case "checkin":
      return (
        <Sheet title={<Room />}>
          <CheckIn moment="before" close={back} />
        </Sheet>
      );
    default:
      return <Wait go={go} />;
  }
}

function Room() {
  return useRoom((room) => room.name);
}

function Wait({ go }: { go: (page: Page) => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const { store } = useAround();
  const sentBack = useStore(store, (view) => view.sentBack);
  const { complete, written, crisis } = useRoom((room) => ({
    complete: room.you.complete,
    written: room.messages.length > 0,
    crisis: room.crisis,
  }));
  return (
    <Sheet
      step={sentBack ? "back" : "waiting"}
      top={
        <span className="soft">
          <Room />
        </span>
      }
      title={sentBack ? t("waiting.sentBack") : t("waiting.title")}
      lead={sentBack ? t("waiting.sentBackLead") : t("waiting.seat")}
    >
      <Announcement />
      <Unable />
      <Alive />
      {!complete && (
        <>
          <Unsigned />
          <Button variant="filled" onClick={() => go("again")}>
            {t("waiting.answerAgain")}
          </Button>
        </>
      )}
      {written && <Chat />}
      <Invitation moment="before" open={() => go("checkin")} />
      <div className={classes.buttons}>
        <Button onClick={() => go("devices")}>{t("devices.open")}</Button>
        <Button variant="subtle" onClick={() => void give({ type: "Leave" })}>
          {t("waiting.leave")}
        </Button>
      </div>
      <Crisis contacts={crisis} />
      <div className={classes.help}>
        <HelpButton />
      </div>
    </Sheet>
  );
}

/** The time until the group is planned to begin; nothing once that has passed. */
function Countdown() {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { starts, begun } = useRoom(({ times }) => ({
    starts: times.starts_at,
    begun: times.started_at !== null,
  }));
  if (begun || starts <= now) return null;
  return (
    <>
      {span(starts - now)}
      <span className={classes.under}>
        {t("room.startsAt", { time: clockTime(starts, i18n.language) })}
      </span>
    </>
  );
}

/** That the wait is alive, or since when it is not; and since when one waits. */
function Alive() {
  const { t, i18n } = useTranslation();
  const { store } = useAround();
  const status = useStore(store, (view) => view.status);
  const complete = useRoom((room) => room.you.complete);
  const own = useOwn();
  const waited = own.data?.you?.waiting_ms;
  const live = status.kind === "open";
  const at = (ms: number) => clockTime(ms, i18n.language);
  return (
    <>
      <OwnSeat live={live}>
        <Countdown />
      </OwnSeat>
      <div className={classes.state}>
        <div role="status">
          {status.kind === "lost" ? (
            <p>{t("waiting.dropped", { time: at(status.since) })}</p>
          ) : (
            <p className={classes.alive}>
              <span className={classes.pulse} aria-hidden="true" />
              {t("waiting.connected")}
            </p>
          )}
          <p>{complete ? t("waiting.alive") : t("waiting.incomplete")}</p>
        </div>
        {waited !== undefined && (
          <p className="soft tabular">
            {t("waiting.since", { time: at(own.dataUpdatedAt - waited) })}
          </p>
        )}
      </div>
    </>
  );
}
