import { Button, UnstyledButton } from "@mantine/core";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Caught } from "../../../components/Caught";
import { Dialog } from "../../../components/Dialog";
import { Lost } from "../../../components/Lost";
import { useRoom } from "../../../room/hooks";
import { useWish } from "./choices";
import { useHasMedia } from "./media";
import { Sign } from "./Sign";
import classes from "./StageBar.module.css";
import { useView } from "./view";

type Sheet = { open: boolean; close: () => void };

const SoundSheet = lazy(() => import("./SoundSheet"));
const LockSheet = lazy(() => import("./Lock"));

const VIEWS = ["circle", "faces"] as const;

/** Over circle or faces, where there are faces: which of them, and how one takes part. */
export function StageBar() {
  const { any } = useView();
  const { faceless } = useWish();
  const encrypted = useRoom((room) => room.encrypted);
  if (!any && !encrypted) return null;
  return (
    <div className={classes.bar} data-encrypted={encrypted || undefined}>
      <div role="status" className={classes.live}>
        {any && faceless && <Faceless />}
      </div>
      {any && !faceless && <Switch />}
      <span className={classes.push} />
      {encrypted && <LockButton />}
      {any && <SoundButton />}
    </div>
  );
}

/** A calm choice between the circle and faces. */
function Switch() {
  const { t } = useTranslation();
  const { look } = useWish();
  const { view } = useView();
  return (
    <fieldset className={classes.switch} aria-label={t("stage.view")}>
      {VIEWS.map((one) => (
        <UnstyledButton
          key={one}
          className={classes.choice}
          aria-pressed={view === one}
          onClick={() => look(one)}
        >
          {t(`stage.${one}`)}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}

/** Why one sees the circle though there are faces. */
function Faceless() {
  const { t } = useTranslation();
  return (
    <>
      <p className="soft">{t("stage.faceless")}</p>
      <Button className={classes.small} onClick={() => location.reload()}>
        {t("sound.loadAnew")}
      </Button>
    </>
  );
}

/** A sheet that is loaded when it is first opened, and stays, so that the focus finds its way back. */
function useSheet(Part: ComponentType<Sheet>, title: string) {
  const [open, setOpen] = useState(false);
  const [asked, ask] = useState(false);
  function show() {
    ask(true);
    setOpen(true);
  }
  const own = { open, close: () => setOpen(false) };
  // In place of one that could not be loaded; the room behind it goes on.
  const lost = (
    <Dialog {...own} title={title}>
      <Lost />
    </Dialog>
  );
  const sheet = asked && (
    <Caught otherwise={lost}>
      <Suspense fallback={null}>
        <Part {...own} />
      </Suspense>
    </Caught>
  );
  return { sheet, show };
}

function SoundButton() {
  const { t } = useTranslation();
  const { sheet, show } = useSheet(SoundSheet, t("sound.title"));
  return (
    <>
      <Button
        className={`${classes.small} ${classes.sound}`}
        leftSection={<Sign name="sliders" />}
        aria-label={t("sound.open")}
        onClick={show}
      >
        <span className={classes.long}>{t("sound.open")}</span>
        <span className={classes.short} aria-hidden="true">
          {t("sound.short")}
        </span>
      </Button>
      {sheet}
    </>
  );
}

function LockButton() {
  const { t } = useTranslation();
  const { sheet, show } = useSheet(LockSheet, t("lock.title"));
  return (
    <>
      <Button className={classes.small} leftSection={<Sign name="lock" />} onClick={show}>
        {t("lock.open")}
      </Button>
      {sheet}
    </>
  );
}

/** At the corner of the circle, where nobody's picture is to be seen. */
export function SoundCorner() {
  const { t } = useTranslation();
  const { sheet, show } = useSheet(SoundSheet, t("sound.title"));
  const { any } = useView();
  const has = useHasMedia();
  if (any || !has) return null;
  return (
    <>
      <UnstyledButton className={classes.corner} onClick={show}>
        <Sign name="sliders" />
        <span aria-hidden="true">{t("sound.short")}</span>
        <span className="heard-only">{t("sound.open")}</span>
      </UnstyledButton>
      {sheet}
    </>
  );
}
