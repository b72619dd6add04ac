import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VisitorView } from "../../../api/protocol.gen";
import { Dialog } from "../../../components/Dialog";
import { Tag } from "../../../components/Tag";
import { useGive, useNow, useRoom } from "../../../room/hooks";
import type { Room } from "../../../room/state";
import { span } from "../../../words/time";
import { Deciding } from "./Deciding";
import desk from "./Desk.module.css";
import { SHORTCUTS } from "./shortcuts";
import { useFacilitates } from "./stance";
import classes from "./Visitors.module.css";

/** The waiting room as staff see it: one tap for whoever is all set, a decision for the others. */
export function Visitors() {
  const { t } = useTranslation();
  const give = useGive();
  const may = useFacilitates();
  const waiting = useRoom(lined);
  const locked = useRoom((room) => room.locked);
  const set = waiting.filter(allSet).length;
  const title = t("staff.waiting", { count: waiting.length });
  return (
    <section
      className={desk.section}
      data-idle={waiting.length === 0 || undefined}
      aria-label={title}
    >
      <div className={desk.headed}>
        <h2>{title}</h2>
        {may && set > 1 && !locked && (
          <Button
            variant="subtle"
            aria-keyshortcuts={SHORTCUTS.admitAll.keys}
            onClick={() => void give({ type: "AdmitAll", identity: "known" })}
          >
            {t("staff.admitAll")}
          </Button>
        )}
      </div>
      <ul className={desk.panel} aria-live="polite">
        {waiting.length === 0 && <li className="soft">{t("staff.nobodyWaits")}</li>}
        {waiting.map((one) => (
          <Visitor key={one.seat} visitor={one} />
        ))}
      </ul>
    </section>
  );
}

/** Who waits: whoever needs a look first, then in the order of their knocks. */
export function lined(room: Room): readonly VisitorView[] {
  return (room.staff?.visitors ?? [])
    .filter((one) => one.standing === "waiting")
    .sort((one, other) => rank(one) - rank(other) || one.knocked_at - other.knocked_at);
}

function rank(one: VisitorView): number {
  if (!one.connected) return 2;
  return one.complete && (one.look || one.late) ? 0 : 1;
}

/** Whether nothing about this person needs a second look. */
export function allSet(one: VisitorView): boolean {
  return one.connected && one.complete && !one.look && !one.late;
}

/** Whether everyone the group has room for is inside. */
function isFull(room: Room): boolean {
  const here = room.people.filter((one) => one.role === "participant").length;
  return here >= (room.staff?.capacity ?? 0);
}

function Visitor({ visitor }: { visitor: VisitorView }) {
  const { t } = useTranslation();
  const give = useGive();
  const may = useFacilitates();
  const [deciding, setDeciding] = useState(false);
  const { taken, locked } = useRoom((room) => ({ taken: isFull(room), locked: room.locked }));
  const full = visitor.role === "participant" && taken;
  const plain = allSet(visitor) && !full && !locked;
  return (
    <li>
      <div className={classes.who}>
        <p>
          <strong>{visitor.name}</strong> <Since at={visitor.knocked_at} />
        </p>
        {visitor.late && <Tag tone="sun">{t("staff.late")}</Tag>}{" "}
        {full && <Tag tone="sun">{t("staff.full")}</Tag>}
        <p className="soft">
          <About visitor={visitor} />
        </p>
      </div>
      {may && (
        <div className={classes.doings}>
          {plain && (
            <Button
              variant="filled"
              onClick={() => void give({ type: "Admit", seat: visitor.seat, identity: "known" })}
            >
              {t("staff.admit")}
            </Button>
          )}
          <Button
            variant={plain ? "subtle" : "default"}
            aria-label={`${plain ? t("staff.look") : t("staff.decide")}: ${visitor.name}`}
            onClick={() => setDeciding(true)}
          >
            {plain ? t("staff.look") : t("staff.decide")}
          </Button>
        </div>
      )}
      <Dialog open={deciding} close={() => setDeciding(false)} title={visitor.name}>
        <Deciding visitor={visitor} full={full} close={() => setDeciding(false)} />
      </Dialog>
    </li>
  );
}

function Since({ at }: { at: number }) {
  const now = useNow();
  return <span className="soft tabular">{span(now - at)}</span>;
}

/** What of the answers stands out; the state where nothing does. */
export function About({ visitor }: { visitor: VisitorView }) {
  const { t } = useTranslation();
  const said = visitor.answers;
  const parts = [
    !visitor.connected && t("staff.offline"),
    !visitor.complete && t("staff.unsigned"),
    said?.not_driving === false && t("staff.driving"),
    said?.sober === false && t("staff.notSober"),
    said?.alone === false && t("staff.notAlone"),
    said?.headphones === false && t("staff.noHeadphones"),
  ].filter(Boolean);
  const words =
    parts.length > 0 ? parts.join(" · ") : t(visitor.look ? "staff.read" : "staff.allSet");
  return (
    <>
      {words}
      {visitor.state && ` · ${visitor.state}`}
    </>
  );
}
