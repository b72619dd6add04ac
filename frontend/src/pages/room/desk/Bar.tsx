import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGive, useHere } from "../../../room/hooks";
import { LeaveButton } from "../Leave";
import {
  AnnounceForm,
  BreakForm,
  EndForm,
  ExtendForm,
  type Kind,
  Planned,
  RoundForm,
} from "./Actions";
import desk from "./Desk.module.css";

const FORMS = {
  break: BreakForm,
  extend: ExtendForm,
  announce: AnnounceForm,
  round: RoundForm,
  end: EndForm,
};

/** What a facilitator does with the group, always in the same order. */
export function Bar() {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const [open, setOpen] = useState<Kind | null>(null);
  const { phase } = room.times;
  const running = phase === "running";
  const begun = phase !== "door_open";
  return (
    <footer className={desk.bar}>
      {begun ? (
        <Button variant="filled" onClick={() => void give({ type: "MuteAll" })}>
          {t("staff.muteAll")}
        </Button>
      ) : (
        <Button variant="filled" onClick={() => void give({ type: "Start" })}>
          {t("staff.start")}
        </Button>
      )}
      {phase === "on_break" ? (
        <Button onClick={() => void give({ type: "EndBreak" })}>{t("staff.endBreak")}</Button>
      ) : (
        <Button disabled={!running} onClick={() => setOpen("break")}>
          {t("staff.break")}
        </Button>
      )}
      <Button disabled={!begun} onClick={() => setOpen("extend")}>
        {t("staff.extend")}
      </Button>
      <Button onClick={() => setOpen("announce")}>{t("staff.announce")}</Button>
      <Button disabled={!running || room.round !== null} onClick={() => setOpen("round")}>
        {t("staff.round")}
      </Button>
      <More />
      <span className={desk.push} />
      <LeaveButton />
      <Button variant="outline" color="care" disabled={!begun} onClick={() => setOpen("end")}>
        {t("staff.end")}
      </Button>
      {Object.entries(FORMS).map(([kind, Form]) => (
        <Planned
          key={kind}
          kind={kind as Kind}
          open={open === kind}
          close={() => setOpen(null)}
          form={Form}
        />
      ))}
    </footer>
  );
}

function More() {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const running = room.times.phase === "running";
  return (
    <Menu position="top-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button>{t("staff.more")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!running} onClick={() => void give({ type: "AskPresence" })}>
          {t("staff.askPresence")}
        </Menu.Item>
        <Menu.Item
          disabled={!running && !room.round_open}
          onClick={() => void give({ type: room.round_open ? "CloseRound" : "OpenRound" })}
        >
          {room.round_open ? t("staff.closeRound") : t("staff.openRound")}
        </Menu.Item>
        <Menu.Item onClick={() => void give({ type: "LowerAll" })}>{t("staff.lowerAll")}</Menu.Item>
        <Menu.Item onClick={() => void give({ type: "AllowUnmute", allowed: !room.may_unmute })}>
          {room.may_unmute ? t("staff.stayMuted") : t("staff.mayUnmute")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void give({ type: "SetChatMode", mode: "open" })}>
          {t("staff.chatOpen")}
        </Menu.Item>
        <Menu.Item onClick={() => void give({ type: "SetChatMode", mode: "to_staff" })}>
          {t("staff.chatStaff")}
        </Menu.Item>
        <Menu.Item onClick={() => void give({ type: "SetChatMode", mode: "off" })}>
          {t("staff.chatOff")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
