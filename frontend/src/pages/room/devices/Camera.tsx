import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { idOf } from "../../../api/devices";
import { type Blur, useBlur } from "./blur";
import { Choice } from "./Choice";
import classes from "./Devices.module.css";
import { useDevice } from "./stream";
import { Why } from "./Why";

/** How one would be seen: off at first, and blurred until one asks for more. */
export function Camera() {
  const { t } = useTranslation();
  const { stream, asking, why, known, turnOn, turnOff } = useDevice("camera");
  const { how, holds, turn } = useBlur(stream);
  return (
    <section className={classes.device} aria-labelledby="camera">
      <h2 id="camera">{t("devices.camera")}</h2>
      <div className={classes.stage}>
        {stream ? <Preview stream={stream} how={how} /> : <p>{t("devices.cameraOff")}</p>}
      </div>
      <div role="status" className={classes.said}>
        {stream && how && <p className="soft">{t(`devices.seen_${how}`)}</p>}
        {why && <Why kind="camera" why={why} />}
      </div>
      <Choice
        label={t("devices.whichCamera")}
        known={known}
        value={stream ? idOf(stream) : ""}
        choose={(id) => void turnOn(id)}
      />
      <div className={classes.buttons}>
        {stream ? (
          <>
            <Button loading={how === null} onClick={turn}>
              {how === "clear"
                ? t(holds ? "devices.blurBehind" : "devices.blur")
                : t(holds ? "devices.showBehind" : "devices.unblur")}
            </Button>
            <Button onClick={turnOff}>{t("devices.cameraStop")}</Button>
          </>
        ) : (
          <Button loading={asking} onClick={() => void turnOn()}>
            {t("devices.cameraStart")}
          </Button>
        )}
      </div>
    </section>
  );
}

function Preview({ stream, how }: { stream: MediaStream; how: Blur["how"] }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      className={classes.video}
      data-clear={how === "clear" || how === "behind" || undefined}
      aria-label={t("devices.preview")}
      autoPlay
      muted
      playsInline
    />
  );
}
