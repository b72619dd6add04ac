import { Button, FileButton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { canShare, useMedia } from "../stage/media";
import { ACCEPTED, LARGEST_MB, Unshowable, type WhyNot } from "./file";
import { useHandouts } from "./Handouts";
import { Handout } from "./handout";
import classes from "./ShareForm.module.css";

/** What to share: a screen or a window, or a handout of which nothing is sent but its picture. */
export default function ShareForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const media = useMedia();
  const { show } = useHandouts();
  const [why, setWhy] = useState<WhyNot | "unsent" | null>(null);
  const [busy, setBusy] = useState(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  async function open(file: File | null) {
    if (file === null) return;
    setBusy(true);
    setWhy(null);
    try {
      const handout = await Handout.of(file);
      // Whoever has closed the dialog meanwhile does not want it shown any more.
      if (gone.current) return handout.close();
      if (await show(handout)) close();
      else setWhy("unsent");
    } catch (error) {
      setWhy(error instanceof Unshowable ? error.why : "unreadable");
    }
    setBusy(false);
  }
  if (media === null) return <p>{t("sharing.noMedia")}</p>;
  return (
    <div className={classes.form}>
      <section className={classes.kind} aria-labelledby="share-handout">
        <h3 id="share-handout">{t("sharing.handout")}</h3>
        <p className="soft">{t("sharing.handoutLead", { size: LARGEST_MB })}</p>
        <FileButton accept={ACCEPTED} onChange={(file) => void open(file)}>
          {(props) => (
            <Button variant="filled" loading={busy} {...props}>
              {t("sharing.chooseFile")}
            </Button>
          )}
        </FileButton>
        <p role="alert" className={classes.why}>
          {why !== null && t(`sharing.why.${why}`, { size: LARGEST_MB })}
        </p>
      </section>
      <section className={classes.kind} aria-labelledby="share-screen">
        <h3 id="share-screen">{t("sharing.screen")}</h3>
        <p className="soft">{t(canShare() ? "sharing.screenLead" : "invited.unable")}</p>
        {canShare() && (
          <Button onClick={() => void media.shareScreen().then(close)}>
            {t("sharing.chooseScreen")}
          </Button>
        )}
      </section>
    </div>
  );
}
