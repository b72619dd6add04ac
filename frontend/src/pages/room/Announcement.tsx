import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAround, useRoom } from "../../room/hooks";
import { clockTime } from "../../words/time";
import classes from "./Announcement.module.css";

/** What the facilitators told everyone; it stays until one puts it aside. */
export function Announcement() {
  const { t, i18n } = useTranslation();
  const { store } = useAround();
  const announced = useRoom((room) => room.announced);
  const [, put] = useState(0);
  const shown = announced !== null && !store.putAside.has(announced.message);
  return (
    <div role="status" className={classes.place}>
      {shown && (
        <div className={classes.announced}>
          <p>
            <strong>{t("chat.announced")}</strong>{" "}
            <span className="soft tabular">{clockTime(announced.at, i18n.language)}</span>
          </p>
          <p className={classes.text}>{announced.text ?? t("chat.erased")}</p>
          <Button
            variant="subtle"
            onClick={() => {
              store.putAside.add(announced.message);
              put((count) => count + 1);
            }}
          >
            {t("room.putAside")}
          </Button>
        </div>
      )}
    </div>
  );
}
