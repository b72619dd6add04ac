import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../../room/hooks";
import { person } from "../../../room/state";
import { useHandouts } from "../share/Handouts";
import { canShare, useMedia } from "./media";
import classes from "./SoundSheet.module.css";

/** For whoever was invited to share and put it off: it is still here. */
export function Sharing({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const media = useMedia();
  const { ask } = useHandouts();
  const may = useRoom(
    (room) => room.you.may_share && room.staff === null && !person(room, room.you.seat)?.shares,
  );
  if (!may || media === null) return null;
  return (
    <section className={classes.part} aria-labelledby="sound-share">
      <h3 id="sound-share">{t("sound.share")}</h3>
      <p className="soft">{t(canShare() ? "invited.again" : "invited.againHandout")}</p>
      <div>
        <Button
          onClick={() => {
            done();
            ask();
          }}
        >
          {t("invited.share")}
        </Button>
      </div>
    </section>
  );
}
