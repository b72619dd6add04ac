import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../room/hooks";
import classes from "./stage/Status.module.css";

/** Where the group encrypts and this browser can not: said before one comes in, with what helps. */
export function Unable() {
  const { t } = useTranslation();
  const { encrypted, text } = useRoom((room) => ({
    encrypted: room.encrypted,
    text: room.text_allowed || room.staff !== null,
  }));
  const unable = useUnable(encrypted);
  return (
    <div role="status" className={classes.live}>
      {unable && (
        <div className={classes.status} data-tone="sun">
          <p>
            {t("unable.encrypt")} {t(text ? "unable.write" : "unable.mayNotWrite")}
          </p>
        </div>
      )}
    </div>
  );
}

function useUnable(encrypted: boolean): boolean {
  const [unable, setUnable] = useState(false);
  useEffect(() => {
    if (!encrypted) return;
    let gone = false;
    // What can not be loaded now is asked again inside, and said there.
    void import("../../media/encryption/support")
      .then(({ agrees }) => agrees())
      .then(
        (able) => {
          if (!gone) setUnable(!able);
        },
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [encrypted]);
  return encrypted && unable;
}
