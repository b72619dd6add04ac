import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Device, list } from "../../../api/devices";
import { Choice } from "./Choice";
import { choose, chosenDevices } from "./chosen";
import classes from "./Devices.module.css";
import { tone } from "./tone";

type State = "quiet" | "playing" | "asked" | "yes" | "no";

/** Whether one would hear the others. */
export function Speaker() {
  const { t } = useTranslation();
  const [state, setState] = useState<State>("quiet");
  const [known, setKnown] = useState<readonly Device[]>([]);
  const [chosen, setChosen] = useState(chosenDevices().speaker ?? "");
  function pick(id: string) {
    setChosen(id);
    choose("speaker", id);
  }
  useEffect(() => {
    void list("speaker").then(setKnown, () => undefined);
  }, []);
  async function play() {
    setState("playing");
    // A sound that can not be played is one that was not heard.
    await tone(chosen).then(
      () => setState("asked"),
      () => setState("no"),
    );
  }
  return (
    <section className={classes.device} aria-labelledby="speaker">
      <h2 id="speaker">{t("devices.speaker")}</h2>
      <div role="status" className={classes.said}>
        {state === "asked" && <p>{t("devices.didYouHear")}</p>}
        {state === "yes" && <p>{t("devices.heardIt")}</p>}
        {state === "no" && <p>{t("devices.notHeard")}</p>}
      </div>
      <Choice label={t("devices.whichSpeaker")} known={known} value={chosen} choose={pick} />
      <div className={classes.buttons}>
        {state === "asked" && (
          <>
            <Button onClick={() => setState("yes")}>{t("door.yes")}</Button>
            <Button onClick={() => setState("no")}>{t("door.no")}</Button>
          </>
        )}
        <Button loading={state === "playing"} onClick={() => void play()}>
          {t(state === "quiet" ? "devices.play" : "devices.playAgain")}
        </Button>
      </div>
    </section>
  );
}
