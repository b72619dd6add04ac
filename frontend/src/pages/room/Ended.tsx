import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Sheet } from "../../components/Sheet";
import { useRoom } from "../../room/hooks";
import type { Room } from "../../room/state";
import { Chat } from "./Chat";
import { CheckIn, Invitation } from "./checkin/CheckIn";
import { Closing } from "./desk/Staff";
import classes from "./Ended.module.css";
import { Crisis, HelpButton } from "./Help";
import { Minutes } from "./Minutes";
import { OwnSeat } from "./OwnSeat";

/** The end: the circle whole, with thanks; open alerts keep their line. */
export function Ended() {
  const staff = useRoom((room) => room.staff !== null);
  return staff ? <Closing /> : <Thanks />;
}

function Thanks() {
  const { t } = useTranslation();
  const { name, phase, why, line, crisis } = useRoom((room) => ({
    name: room.name,
    phase: room.times.phase,
    why: reason(room),
    line: room.you.line,
    crisis: room.crisis,
  }));
  const [checking, check] = useState(false);
  const held = phase === "ended";
  return (
    <Sheet
      step="ended"
      top={held && <span className="soft">{name}</span>}
      title={held ? t("ended.title") : name}
      lead={t(`ended.${why}`)}
    >
      <OwnSeat whole={held} live={false} />
      {held && <Minutes over />}
      {line && (
        <div className={classes.line}>
          <p>{t("ended.line")}</p>
          <Chat />
        </div>
      )}
      {held &&
        (checking ? (
          <CheckIn moment="after" close={() => check(false)} />
        ) : (
          <Invitation moment="after" open={() => check(true)} />
        ))}
      {!checking && (
        <Button component={Link} to="/" variant="filled">
          {t("ended.sessions")}
        </Button>
      )}
      <HelpButton />
      <Crisis contacts={crisis} />
    </Sheet>
  );
}

/** What is said of the end; that it was for someone's safety is told to nobody here. */
function reason({
  times,
}: Room): "not_held" | "cancelled" | "no_facilitator" | "technical" | "lead" {
  if (times.phase === "not_held" || times.phase === "cancelled") return times.phase;
  return times.cause === "no_facilitator" || times.cause === "technical" ? times.cause : "lead";
}
