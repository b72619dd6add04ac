import { Button, CloseButton } from "@mantine/core";
import { useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../../room/hooks";
import { person } from "../../../room/state";
import { MissingContext, type OwnKind, useMedia, useSound } from "./media";
import sheet from "./SoundSheet.module.css";
import classes from "./Status.module.css";

/** How sound and picture stand, where that is not simply well; and the one thing to do. */
export function SoundStatus() {
  return (
    <>
      <Missing />
      <Standing />
      <Blocked />
      <MutingNote />
      <DeviceTrouble kind="microphone" closable />
      <DeviceTrouble kind="camera" closable />
    </>
  );
}

// What may have passed by the next time it is asked for.
const AGAIN: readonly string[] = ["failed", "full", "no_relay"];

function Standing() {
  const { t } = useTranslation();
  const media = useMedia();
  const { state, why, lowered, cut } = useSound(({ state, why, lowered, cut }) => {
    return { state, why, lowered, cut };
  });
  const { away, reads } = useRoom((room) => ({
    away: room.you.away,
    reads: person(room, room.you.seat)?.follows === "text",
  }));
  // Whoever has stepped away, or only reads, waits for neither sound nor picture.
  const waits = (state === "joining" || state === "again") && !away && !reads;
  return (
    <div role="status" className={classes.live}>
      {reads && !away && <p className={classes.quiet}>{t("sound.reading")}</p>}
      {waits && !cut && <p className={classes.quiet}>{t(`sound.${state}`)}</p>}
      {cut && (
        <div className={classes.status} data-tone="sun">
          <p>{t("sound.cut")}</p>
          {state === "open" && <Button onClick={() => media?.join()}>{t("sound.tryAgain")}</Button>}
        </div>
      )}
      {state === "open" && lowered === "sound" && !cut && (
        <p className={classes.quiet}>{t("sound.soundNow")}</p>
      )}
      {state === "over" && why !== null && (
        <div className={classes.status} data-tone={why === "off" ? undefined : "sun"}>
          <p>{t(`sound.${why}`)}</p>
          {why === "elsewhere" && (
            <Button variant="filled" onClick={() => media?.join()}>
              {t("sound.bring")}
            </Button>
          )}
          {AGAIN.includes(why) && (
            <Button onClick={() => media?.join()}>{t("sound.tryAgain")}</Button>
          )}
        </div>
      )}
    </div>
  );
}

function Missing() {
  const { t } = useTranslation();
  const missing = useContext(MissingContext);
  return (
    <div role="status" className={classes.live}>
      {missing && (
        <div className={classes.status} data-tone="sun">
          <p>{t("sound.missing")}</p>
          <Button variant="filled" onClick={() => location.reload()}>
            {t("sound.loadAnew")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A browser plays no sound until somebody touched the page: one button. */
function Blocked() {
  const { t } = useTranslation();
  const media = useMedia();
  const blocked = useSound((sound) => sound.blocked);
  return (
    <div role="status" className={classes.live}>
      {blocked && (
        <div className={classes.status} data-tone="sun">
          <p>{t("sound.blocked")}</p>
          <Button variant="filled" onClick={() => media?.unblock()}>
            {t("sound.unblock")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Why one's own microphone or camera does not work, and what one can do. */
export function DeviceTrouble({ kind, closable }: { kind: OwnKind; closable?: boolean }) {
  const { t } = useTranslation();
  const media = useMedia();
  const why = useSound((sound) => sound.trouble[kind]);
  return (
    <div role="status" className={classes.live}>
      {why !== null && (
        <div className={classes.status} data-tone="sun">
          <p>{why === "lost" ? t(`sound.${kind}_lost`) : t(`devices.${kind}_${why}`)}</p>
          {closable && (
            <Button variant="subtle" onClick={() => media?.forget(kind)}>
              {t("room.putAside")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Where devices talk to each other directly: what that means, in one sentence. */
export function Directly() {
  const words = useDirectly();
  return words === null ? null : <p className={sheet.plain}>{words}</p>;
}

/** The same on the page itself, until one has read it. */
function MutingNote() {
  const { t } = useTranslation();
  const words = useDirectly();
  const [read, setRead] = useState(false);
  return (
    <div role="status" className={classes.live}>
      {words !== null && !read && (
        <div className={classes.status}>
          <p>{words}</p>
          <CloseButton
            size={44}
            iconSize={18}
            aria-label={t("room.putAside")}
            onClick={() => setRead(true)}
          />
        </div>
      )}
    </div>
  );
}

function useDirectly(): string | null {
  const { t } = useTranslation();
  const { engine, relay } = useSound(({ engine, relay }) => ({ engine, relay }));
  if (engine !== "mesh") return null;
  return t(relay ? "sound.directlyRelayed" : "sound.directly");
}
