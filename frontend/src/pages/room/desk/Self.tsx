import { Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Tag } from "../../../components/Tag";
import { useGive, useRoom } from "../../../room/hooks";
import { person } from "../../../room/state";
import { useStepping, useTurning } from "../stage/turning";
import desk from "./Desk.module.css";
import classes from "./Self.module.css";

const REACTIONS = ["heart", "thanks", "clap", "with_you", "same", "laugh"] as const;

/** What is one's own here: sound, picture, stepping away, a reaction. */
export function Self() {
  const { t } = useTranslation();
  const { away, step } = useStepping();
  const { you, me } = useRoom((room) => ({ you: room.you, me: person(room, room.you.seat) }));
  const [microphone, camera] = [useTurning("microphone"), useTurning("camera")];
  return (
    <section className={desk.section} aria-label={t("staff.self")}>
      <div className={desk.headed}>
        <h2>{t("staff.selfName", { name: you.name })}</h2>
        {me?.leads && <Tag tone="pine">{t("room.leads")}</Tag>}
        {me && !me.facilitates && <Tag>{t("staff.looksOn")}</Tag>}
      </div>
      <div className={classes.buttons}>
        <Button
          aria-pressed={microphone.on}
          loading={microphone.busy}
          disabled={microphone.none}
          onClick={microphone.turn}
        >
          {microphone.on ? t("room.micOn") : t("room.micOff")}
        </Button>
        <Button
          aria-pressed={camera.on}
          loading={camera.busy}
          disabled={camera.none}
          onClick={camera.turn}
        >
          {camera.on ? t("room.cameraOn") : t("room.cameraOff")}
        </Button>
        <Button aria-pressed={away} onClick={step}>
          {away ? t("room.away_back") : t("room.away_do")}
        </Button>
        <Reactions />
      </div>
    </section>
  );
}

function Reactions() {
  const { t } = useTranslation();
  const give = useGive();
  const rests = useRoom((room) => room.times.phase === "on_hold" || room.you.away);
  return (
    <Menu transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button disabled={rests}>{t("staff.react")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {REACTIONS.map((reaction) => (
          <Menu.Item key={reaction} onClick={() => void give({ type: "React", reaction })}>
            {t(`staff.reacts.${reaction}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
