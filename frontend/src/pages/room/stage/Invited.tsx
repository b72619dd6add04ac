import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../../room/hooks";
import { person } from "../../../room/state";
import asked from "../Asked.module.css";
import { useHandouts } from "../share/Handouts";
import { canShare, useMedia } from "./media";
import classes from "./Status.module.css";
import { useStopSharing } from "./turning";

/** A facilitator lets one share: a gentle note, with two answers that are both fine. */
export function Invited() {
  const { t } = useTranslation();
  const media = useMedia();
  const { ask } = useHandouts();
  const { may, shares } = useRoom((room) => ({
    // On hold nothing can be shared: the invitation waits with everyone.
    may: room.you.may_share && room.staff === null && room.times.phase !== "on_hold",
    shares: person(room, room.you.seat)?.shares ?? null,
  }));
  const [later, setLater] = useState(false);
  useEffect(() => {
    if (!may) setLater(false);
  }, [may]);
  if (shares !== null) return <YourShare />;
  if (!may || later || media === null) return null;
  return (
    <section className={asked.asked} aria-label={t("invited.title")}>
      <p role="status" className={asked.question}>
        {t("invited.title")}
      </p>
      <p className="soft">{t(canShare() ? "invited.hint" : "invited.hintHandout")}</p>
      <div className={asked.buttons}>
        <Button variant="filled" onClick={ask}>
          {t("invited.share")}
        </Button>
        <Button onClick={() => setLater(true)}>{t("invited.notNow")}</Button>
      </div>
    </section>
  );
}

/** That one shares, and the way to stop. */
export function YourShare() {
  const { t } = useTranslation();
  const stop = useStopSharing();
  const kind = useRoom((room) => person(room, room.you.seat)?.shares ?? null);
  if (kind === null) return null;
  return (
    <div className={classes.status} data-tone="pine">
      <p role="status">{t(`stage.yourShare.${kind}`)}</p>
      <Button onClick={stop}>{t("stage.stopSharing")}</Button>
    </div>
  );
}
