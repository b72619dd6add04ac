import { Button, Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "../../../api/protocol.gen";
import { useAround, useGive, useRoom } from "../../../room/hooks";
import { person, type Room } from "../../../room/state";
import { LeaveButton } from "../Leave";
import { useStopSharing } from "../stage/turning";
import { Dialogs, type Kind } from "./Actions";
import classes from "./Bar.module.css";
import { SHORTCUTS, type Shortcut, useShortcuts } from "./shortcuts";
import { useFacilitates } from "./stance";
import { allSet, lined } from "./Visitors";

/** One thing a facilitator does: at once, or after a dialog. */
type Deed = {
  readonly words: string;
  readonly now: boolean;
  readonly does: Command | Kind | (() => void);
};

/** What a facilitator does with the group, always in the same order. */
export function Bar() {
  const [open, setOpen] = useState<Kind | null>(null);
  const may = useFacilitates();
  return (
    <footer className={classes.bar}>
      {may ? <Deeds open={setOpen} /> : <Looking open={setOpen} />}
      <Dialogs open={open} close={() => setOpen(null)} />
    </footer>
  );
}

function Deeds({ open }: { open: (kind: Kind) => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const wide = useMediaQuery("(min-width: 1060px)") ?? true;
  const begun = useRoom((room) => room.times.phase !== "door_open");
  const deeds = useDeeds();
  // Before the start the bar is short: what can not be done yet is not in the way.
  const shown = begun ? deeds : deeds.filter((deed) => deed.now);
  useKeys();
  const act = ({ does }: Deed) => {
    if (typeof does === "function") does();
    else if (typeof does === "string") open(does);
    else void give(does);
  };
  return (
    <>
      {!begun && (
        <Button variant="filled" onClick={() => void give({ type: "Start" })}>
          {t("staff.start")}
        </Button>
      )}
      <Button
        variant={begun ? "filled" : "default"}
        aria-keyshortcuts={SHORTCUTS.muteAll.keys}
        onClick={() => void give({ type: "MuteAll" })}
      >
        {t("staff.muteAll")}
      </Button>
      {(wide ? shown : []).map((deed) => (
        <Button key={deed.words} disabled={!deed.now} onClick={() => act(deed)}>
          {deed.words}
        </Button>
      ))}
      <More deeds={wide ? [] : shown} act={act} open={open} />
      <span className={classes.push} />
      {wide && <Button onClick={() => open("team")}>{t("staff.team")}</Button>}
      <Button onClick={() => open("remove")}>{t("staff.remove")}</Button>
      <Button variant="outline" color="care" onClick={() => open(begun ? "end" : "cancel")}>
        {t(!begun ? "staff.cancel" : wide ? "staff.end" : "staff.endShort")}
      </Button>
    </>
  );
}

function useDeeds(): readonly Deed[] {
  const { t } = useTranslation();
  const stop = useStopSharing();
  const { phase, round, asking, asks, prompting, parted, shares } = useRoom((room) => ({
    phase: room.times.phase,
    round: room.round !== null,
    asking: room.round_open,
    asks: room.form !== null,
    prompting: room.prompt_until !== null,
    parted: room.places !== null,
    shares: (person(room, room.you.seat)?.shares ?? null) !== null,
  }));
  const running = phase === "running";
  const begun = phase !== "door_open";
  return [
    phase === "on_break"
      ? { words: t("staff.endBreak"), now: true, does: { type: "EndBreak" } }
      : { words: t("staff.break"), now: running, does: "break" },
    { words: t("staff.extend"), now: begun, does: "extend" },
    { words: t("staff.announce"), now: true, does: "announce" },
    { words: t("staff.round"), now: running && !round, does: "round" },
    asking
      ? { words: t("staff.closeRound"), now: begun, does: { type: "CloseRound" } }
      : {
          words: t("staff.openRound"),
          now: running && asks,
          does: { type: "OpenRound" },
        },
    shares
      ? { words: t("stage.stopSharing"), now: true, does: stop }
      : { words: t("sharing.open"), now: true, does: "share" },
    { words: t("sideRooms.title"), now: running && !parted, does: "sideRooms" },
    {
      words: t("staff.askPresence"),
      now: running && !prompting,
      does: { type: "AskPresence" },
    },
  ];
}

type MoreProps = {
  deeds: readonly Deed[];
  act: (deed: Deed) => void;
  open: (kind: Kind) => void;
};

function More({ deeds, act, open }: MoreProps) {
  const { t } = useTranslation();
  const give = useGive();
  const { allowed, text, hands } = useRoom((room) => ({
    allowed: room.may_unmute,
    text: room.text_allowed,
    hands: room.hands.length,
  }));
  return (
    <Menu position="top-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button>{t("staff.more")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {deeds.map((deed) => (
          <Menu.Item key={deed.words} disabled={!deed.now} onClick={() => act(deed)}>
            {deed.words}
          </Menu.Item>
        ))}
        {deeds.length > 0 && <Menu.Item onClick={() => open("team")}>{t("staff.team")}</Menu.Item>}
        <Menu.Item onClick={() => void give({ type: "AllowUnmute", allowed: !allowed })}>
          {allowed ? t("staff.stayMuted") : t("staff.mayUnmute")}
        </Menu.Item>
        <Menu.Item onClick={() => void give({ type: "AllowText", allowed: !text })}>
          {text ? t("staff.noText") : t("staff.mayText")}
        </Menu.Item>
        <Menu.Item disabled={hands === 0} onClick={() => void give({ type: "LowerAll" })}>
          {t("staff.lowerAll")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => open("keys")}>{t("staff.keys")}</Menu.Item>
        <Menu.Item onClick={() => open("leave")}>{t("staff.leave")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What somebody who looks on may do here. */
function Looking({ open }: { open: (kind: Kind) => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const seat = useRoom((room) => room.you.seat);
  return (
    <>
      <p className="soft">{t("staff.lookingOn")}</p>
      <Button onClick={() => void give({ type: "Promote", seat })}>{t("staff.promoteMe")}</Button>
      <Button onClick={() => open("team")}>{t("staff.titles.team")}</Button>
      <span className={classes.push} />
      <LeaveButton />
    </>
  );
}

function useKeys(): void {
  const give = useGive();
  const { store } = useAround();
  useShortcuts((shortcut) => {
    const { room } = store.view;
    const wanted = room && meant(room, shortcut);
    if (wanted) void give(wanted);
  });
}

/** What a key means at this moment; null where it means nothing. */
function meant(room: Room, shortcut: Shortcut): Command | null {
  const command = {
    muteAll: (): Command => ({ type: "MuteAll" }),
    admitAll: (): Command | null =>
      lined(room).some(allSet) ? { type: "AdmitAll", identity: "known" } : null,
    callOn: (): Command | null => {
      const first = room.hands[0];
      return first ? { type: "CallOn", seat: first.seat } : null;
    },
    nextTurn: (): Command | null => {
      const turn = room.round?.turn;
      return turn ? { type: "NextTurn", seat: turn.seat } : null;
    },
    lock: (): Command => ({ type: room.locked ? "Unlock" : "Lock" }),
  };
  return command[shortcut]();
}
