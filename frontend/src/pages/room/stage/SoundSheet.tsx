import { Button, NativeSelect } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../components/Dialog";
import { useRoom } from "../../../room/hooks";
import { chooseBlur } from "../devices/chosen";
import { tone } from "../devices/tone";
import { useWish } from "./choices";
import { type DeviceKind, type Mode, useMedia, useSound } from "./media";
import { Sharing } from "./Sharing";
import classes from "./SoundSheet.module.css";
import { DeviceTrouble, Directly } from "./Status";

type Sheet = { open: boolean; close: () => void };

/** How one takes part: with which devices, with how much data, and what one sees of oneself. */
export default function SoundSheet({ open, close }: Sheet) {
  const { t } = useTranslation();
  const narrow = useMediaQuery("(max-width: 699px)") ?? false;
  return (
    <Dialog open={open} close={close} title={t("sound.title")} wide whole={narrow}>
      <div className={classes.sheet}>
        <Modes />
        <Quality />
        <Devices />
        <Seen />
        <Sharing done={close} />
        <Directly />
      </div>
    </Dialog>
  );
}

const MODES = ["auto", "video", "less", "sound", "text"] as const satisfies readonly Mode[];

function Modes() {
  const { t } = useTranslation();
  const media = useMedia();
  const chosen = useSound((sound) => sound.mode);
  const allowed = useRoom((room) => room.text_allowed || room.staff !== null);
  const name = useId();
  return (
    <fieldset className={classes.modes} disabled={media === null}>
      <legend>{t("sound.mode")}</legend>
      <div className={classes.list}>
        {MODES.map((mode) => (
          <label key={mode} className={classes.mode}>
            <input
              type="radio"
              name={name}
              checked={chosen === mode}
              disabled={mode === "text" && !allowed}
              onChange={() => media?.setMode(mode)}
            />
            <span>
              <strong>{t(`sound.modes.${mode}`)}</strong>
              <span className="soft">
                {t(
                  mode === "text" && !allowed ? "sound.textNotAllowed" : `sound.modeNotes.${mode}`,
                )}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Quality() {
  const { t } = useTranslation();
  const { level, lowered } = useSound((sound) => ({ level: sound.level, lowered: sound.lowered }));
  return (
    <section className={classes.part} aria-labelledby="sound-quality">
      <h3 id="sound-quality">{t("sound.quality")}</h3>
      <p role="status">
        {t(level === null ? "sound.qualityUnknown" : `sound.qualities.${level}`)}{" "}
        {lowered === "less" && t("sound.lowered")}
        {lowered === "sound" && t("sound.soundNow")}
      </p>
    </section>
  );
}

const DEVICES = ["microphone", "camera", "speaker"] as const satisfies readonly DeviceKind[];

function Devices() {
  const { t } = useTranslation();
  const speaker = useSound((sound) => sound.chosen.speaker);
  const [playing, setPlaying] = useState(false);
  async function play() {
    setPlaying(true);
    await tone(speaker).catch(() => undefined);
    setPlaying(false);
  }
  return (
    <section className={classes.part} aria-labelledby="sound-devices">
      <h3 id="sound-devices">{t("sound.devices")}</h3>
      {DEVICES.map((kind) => (
        <Device key={kind} kind={kind} />
      ))}
      <div>
        <Button loading={playing} onClick={() => void play()}>
          {t("sound.test")}
        </Button>
      </div>
      <Blur />
    </section>
  );
}

function Device({ kind }: { kind: DeviceKind }) {
  const { t } = useTranslation();
  const media = useMedia();
  const known = useSound((sound) => sound.known[kind]);
  const chosen = useSound((sound) => sound.chosen[kind]);
  // Where a browser has nothing to choose from, it plays where the system says.
  if (kind === "speaker" && known.length < 2) return null;
  const options = known.map((one, index) => ({
    value: one.id,
    label: one.name || `${t(`sound.${kind}`)} ${index + 1}`,
  }));
  return (
    <div>
      <NativeSelect
        label={t(`sound.${kind}`)}
        value={chosen}
        data={options.length > 0 ? options : [{ value: "", label: t("sound.none") }]}
        disabled={options.length === 0}
        onChange={(event) => void media?.choose(kind, event.currentTarget.value)}
      />
      {kind !== "speaker" && <DeviceTrouble kind={kind} />}
    </div>
  );
}

function Blur() {
  const { t } = useTranslation();
  const media = useMedia();
  const blur = useSound((sound) => sound.blur);
  function set(on: boolean) {
    chooseBlur(on);
    void media?.setBlur(on);
  }
  if (blur === null) return <p className="soft">{t("sound.blurNot")}</p>;
  return (
    <Tick checked={blur} set={set}>
      {t("sound.blur")}
    </Tick>
  );
}

/** What one sees of oneself, and of what is said. */
function Seen() {
  const { t } = useTranslation();
  const { wish, captions, typing, hideSelf, showCaptions, typeCaptions } = useWish();
  const staff = useRoom((room) => room.staff !== null);
  return (
    <section className={classes.part} aria-label={t("stage.view")}>
      <h3>{t("stage.view")}</h3>
      <Tick checked={!wish.selfHidden} set={(shown) => hideSelf(!shown)}>
        {t("sound.selfView")}
      </Tick>
      <Tick checked={captions} set={showCaptions}>
        {t("sound.captions")}
      </Tick>
      {staff && (
        <Tick checked={typing} set={typeCaptions}>
          {t("sound.typeCaptions")}
        </Tick>
      )}
    </section>
  );
}

function Tick({
  checked,
  set,
  children,
}: {
  checked: boolean;
  set: (on: boolean) => void;
  children: string;
}) {
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}
