import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { idOf } from "../../../api/devices";
import { Choice } from "./Choice";
import classes from "./Devices.module.css";
import { useLevel } from "./level";
import { useDevice } from "./stream";
import { Why } from "./Why";

const BARS = 12;

/** Whether one would be heard. */
export function Microphone() {
  const { t } = useTranslation();
  const { stream, asking, why, known, turnOn, turnOff } = useDevice("microphone");
  const [level, heard] = useLevel(stream);
  return (
    <section className={classes.device} aria-labelledby="microphone">
      <h2 id="microphone">{t("devices.microphone")}</h2>
      {stream && (
        <div className={classes.level}>
          <meter className="heard-only" value={level} aria-label={t("devices.level")} />
          {Array.from({ length: BARS }, (_, bar) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: bars never change places
            <span key={bar} data-lit={level * BARS > bar + 0.4 || undefined} />
          ))}
        </div>
      )}
      <div role="status" className={classes.said}>
        {stream && <p>{t(heard ? "devices.heard" : "devices.speak")}</p>}
        {why && <Why kind="microphone" why={why} />}
      </div>
      <Choice
        label={t("devices.whichMicrophone")}
        known={known}
        value={stream ? idOf(stream) : ""}
        choose={(id) => void turnOn(id)}
      />
      <div className={classes.buttons}>
        {stream ? (
          <Button onClick={turnOff}>{t("devices.microphoneStop")}</Button>
        ) : (
          <Button loading={asking} onClick={() => void turnOn()}>
            {t("devices.microphoneStart")}
          </Button>
        )}
      </div>
    </section>
  );
}
