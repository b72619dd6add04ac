import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAround, useRoom, useStore } from "../../room/hooks";
import { clockTime } from "../../words/time";
import classes from "./Banner.module.css";

/** Says at once that the connection is lost, since when, and what that means for the minutes. */
export function Banner() {
  const { t, i18n } = useTranslation();
  const { store } = useAround();
  const status = useStore(store, (view) => view.status);
  const counts = useRoom(
    ({ you, times }) => you.standing === "inside" && times.phase === "running",
  );
  return (
    <div role="status" className={classes.place}>
      {status.kind === "lost" && (
        <div className={classes.banner}>
          <p>
            {t(counts ? "connection.lost" : "connection.lostOutside", {
              time: clockTime(status.since, i18n.language),
            })}
          </p>
          <Button onClick={store.reconnect}>{t("connection.now")}</Button>
        </div>
      )}
    </div>
  );
}
