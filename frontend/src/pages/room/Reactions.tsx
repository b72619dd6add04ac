import { UnstyledButton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reacted } from "../../api/protocol.gen";
import { useGive, useRoom } from "../../room/hooks";
import { Glyph, REACTIONS } from "./Glyph";
import classes from "./Reactions.module.css";

/** A small tray of six, each with its words; what is chosen floats at one's seat for a moment. */
export function Reactions() {
  const { t } = useTranslation();
  const give = useGive();
  const rests = useRoom((room) => room.times.phase === "on_hold" || room.you.away);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const tray = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!open) return;
    tray.current?.querySelector("button")?.focus();
    const outside = (event: PointerEvent) => {
      const spot = event.target as Node;
      if (!tray.current?.contains(spot) && !button.current?.contains(spot)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("keydown", leave);
    };
  }, [open]);
  if (rests) return null;
  function react(reaction: Reacted["reaction"]) {
    setOpen(false);
    button.current?.focus();
    void give({ type: "React", reaction });
  }
  return (
    <div className={classes.reactions}>
      {open && (
        <fieldset ref={tray} className={classes.tray} aria-label={t("reactionNames.title")}>
          {REACTIONS.map((one) => (
            <UnstyledButton key={one} className={classes.one} onClick={() => react(one)}>
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <Glyph reaction={one} />
              </svg>
              {t(`reactionNames.${one}`)}
            </UnstyledButton>
          ))}
        </fieldset>
      )}
      <UnstyledButton
        ref={button}
        className={classes.button}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <Glyph reaction="heart" />
        </svg>
        <span>{t("reactionNames.open")}</span>
      </UnstyledButton>
    </div>
  );
}
