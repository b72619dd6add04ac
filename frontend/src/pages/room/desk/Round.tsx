import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command, RoundView } from "../../../api/protocol.gen";
import { useGive, useNow, useRoom } from "../../../room/hooks";
import { span } from "../../../words/time";
import { Floor } from "../Floor";
import classes from "./Round.module.css";
import { SHORTCUTS } from "./shortcuts";
import { useFacilitates, useName } from "./stance";

/** The go-round under the circle, with its own three buttons; else who has the floor. */
export function Round() {
  const round = useRoom((room) => room.round);
  return round ? <Going round={round} /> : <Floor />;
}

function Going({ round }: { round: RoundView }) {
  const { t } = useTranslation();
  const may = useFacilitates();
  const { turn } = round;
  const next = round.coming[0];
  const running = useRoom((room) => room.times.phase === "running");
  const [name, following] = [useName(turn?.seat ?? ""), useName(next ?? "")];
  const left = useLeft(turn?.until ?? null);
  return (
    <section className={classes.round} aria-label={t("staff.round")}>
      <p className="tabular">
        <strong>{turn ? t("staff.roundTitle", { name, time: left }) : t("staff.round")}</strong>
      </p>
      <p className="soft">
        {next ? t("staff.roundNext", { name: following }) : t("staff.roundLast")}{" "}
        {t("staff.roundLeft", { count: round.coming.length })}
      </p>
      {may && (
        <div className={classes.buttons}>
          <Giving
            command={{ type: "NextTurn", seat: turn?.seat ?? null }}
            disabled={!running || turn === null}
            keys={SHORTCUTS.nextTurn.keys}
          >
            {t("staff.nextTurn")}
          </Giving>
          <Giving command={{ type: "AddTime", seconds: 30 }} disabled={!running}>
            {t("staff.moreTime")}
          </Giving>
          <Giving command={{ type: "EndRound" }}>{t("staff.endRound")}</Giving>
        </div>
      )}
    </section>
  );
}

type GivingProps = { command: Command; disabled?: boolean; keys?: string; children: string };

/** A button of one command; while that is on its way, it can not be given a second time. */
function Giving({ command, disabled = false, keys, children }: GivingProps) {
  const give = useGive();
  const [busy, setBusy] = useState(false);
  async function press() {
    setBusy(true);
    await give(command);
    setBusy(false);
  }
  return (
    <Button
      disabled={disabled}
      loading={busy}
      aria-keyshortcuts={keys}
      onClick={() => void press()}
    >
      {children}
    </Button>
  );
}

/** What is left of a turn; a word where its time stands still. */
function useLeft(until: number | null): string {
  const { t } = useTranslation();
  const now = useNow();
  return until === null ? t("staff.roundPaused") : span(until - now);
}
