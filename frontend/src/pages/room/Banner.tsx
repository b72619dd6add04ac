import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Status } from "../../room/connection";
import { clockTime } from "../../words/time";
import classes from "./Banner.module.css";

/** Says at once that the connection is lost, and since when. */
export function Banner({ status, reconnect }: { status: Status; reconnect: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <div role="status">
      {status.kind === "lost" && (
        <div className={classes.banner}>
          <p>{t("connection.lost", { time: clockTime(status.since, i18n.language) })}</p>
          <Button onClick={reconnect}>{t("connection.now")}</Button>
        </div>
      )}
    </div>
  );
}
