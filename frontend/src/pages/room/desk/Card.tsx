import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command, ExpectedView, PersonView } from "../../../api/protocol.gen";
import { Dialog } from "../../../components/Dialog";
import { Tag } from "../../../components/Tag";
import { useGive, useHere } from "../../../room/hooks";
import { over, person } from "../../../room/state";
import classes from "./Card.module.css";
import desk from "./Desk.module.css";
import { lines } from "./given";
import { Known } from "./Known";
import { Phone } from "./Phone";
import { Whereabouts } from "./places/Whereabouts";
import { RaiseForm } from "./Raise";
import { Removing } from "./Removing";
import { useFacilitates } from "./stance";

/** One person: how to reach them, what they answered, and what a facilitator may do. */
export function Card({ seat, close }: { seat: string | null; close: () => void }) {
  const { room } = useHere();
  const one = room.staff?.expected.find((other) => other.seat === seat);
  return (
    <Dialog open={one !== undefined} close={close} title={one?.name} wide>
      {one && <Open key={one.seat} one={one} close={close} />}
    </Dialog>
  );
}

function Open({ one, close }: { one: ExpectedView; close: () => void }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const [asking, ask] = useState<"remove" | "alert" | null>(null);
  const inside = person(room, one.seat);
  const may = useFacilitates();
  const mine = one.seat === room.you.seat;
  if (asking === "remove") return <Removing one={one} close={close} />;
  if (asking === "alert") return <RaiseForm seat={one.seat} close={close} />;
  return (
    <div className={desk.form}>
      <Standing one={one} inside={inside} />
      <Place seat={one.seat} />
      <Known seat={one.seat} />
      {inside && may && <Whereabouts one={inside} />}
      {inside && may && <Doings one={inside} close={close} />}
      {one.role !== "staff" && !mine && (
        <div className={classes.last}>
          <Button variant="outline" color="care" onClick={() => ask("alert")}>
            {t("staff.raiseAlert")}
          </Button>
          {inside && may && (
            <Button variant="outline" color="care" onClick={() => ask("remove")}>
              {t("staff.remove")}
            </Button>
          )}
        </div>
      )}
      <CheckIns one={one} />
    </div>
  );
}

function Standing({ one, inside }: { one: ExpectedView; inside: PersonView | undefined }) {
  const { t } = useTranslation();
  const parts = [
    inside?.credential,
    one.function && t(`staff.functions.${one.function}` as "staff.functions.family"),
    one.connections > 1 && t("staff.devices", { count: one.connections }),
    inside?.why && t(`staff.whys.${inside.why}` as "staff.whys.other"),
  ].filter(Boolean);
  const state = inside ? t(`room.${inside.state}`) : t(`staff.standing.${one.standing}`);
  return (
    <p className={classes.standing}>
      <Tag tone={inside?.state === "here" ? "pine" : inside ? "sun" : "none"}>{state}</Tag>
      {inside?.leads && <Tag tone="pine">{t("room.leads")}</Tag>}
      {parts.length > 0 && <span className="soft">{parts.join(" · ")}</span>}
    </p>
  );
}

/** Where they said they are, and the number to call back. */
function Place({ seat }: { seat: string }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const said = room.staff?.visitors.find((visitor) => visitor.seat === seat);
  if (!said?.answers) return null;
  const callback = String(said.answers.callback ?? "");
  return (
    <dl className={classes.facts}>
      <dt>{t("staff.location")}</dt>
      <dd>{[said.answers.location, said.state].filter(Boolean).join(", ")}</dd>
      <dt>{t("staff.callback")}</dt>
      <dd>
        <Phone number={callback} />
      </dd>
    </dl>
  );
}

function CheckIns({ one }: { one: ExpectedView }) {
  const { t, i18n } = useTranslation();
  const { form } = useHere().room;
  const moments = (["before", "round", "after"] as const).flatMap((moment) => {
    const said = lines(form, one.checkins[moment] ?? {}, i18n.language);
    return said.length > 0 ? [{ moment, said }] : [];
  });
  return moments.map(({ moment, said }) => (
    <section key={moment} className={classes.checkin} aria-label={t(`staff.moments.${moment}`)}>
      <h3>{t(`staff.moments.${moment}`)}</h3>
      <dl className={classes.answers}>
        {said.map((line) => (
          <div key={line.item}>
            <dt>{line.asks}</dt>
            <dd>{line.says ?? t("staff.passed")}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Doings({ one, close }: { one: PersonView; close: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const { seat } = one;
  const [staff, mine] = [one.role === "staff", seat === room.you.seat];
  const spotlit = room.spotlights.includes(seat);
  const invited = room.staff?.invited?.includes(seat) ?? false;
  const held = room.times.phase === "on_hold" || over(room.times.phase);
  const doings: readonly (readonly [boolean, string, Command])[] = [
    [!staff && !held, t("staff.callOn"), { type: "CallOn", seat }],
    [one.microphone && !mine, t("staff.mute"), { type: "Mute", seat }],
    [!one.microphone && !staff && !held, t("staff.askUnmute"), { type: "AskToUnmute", seat }],
    [one.camera && !mine, t("staff.cameraOff"), { type: "CameraOff", seat }],
    spotlit
      ? [true, t("staffStage.unspotlight"), { type: "Spotlight", seat: null, place: one.place }]
      : [!held, t("staffStage.spotlight"), { type: "Spotlight", seat }],
    [
      !staff && !held && one.shares === null && !invited,
      t("staffStage.invite"),
      { type: "InviteToShare", seat },
    ],
    [invited, t("staffStage.uninvite"), { type: "WithdrawInvitation", seat }],
    [one.shares !== null && !mine, t("staffStage.stopSharing"), { type: "StopSharing", seat }],
    [
      room.hands.some((hand) => hand.seat === seat),
      t("staff.lowerHand"),
      { type: "LowerHand", seat },
    ],
    [
      staff && !mine && one.facilitates && !one.leads,
      t("staff.handOver"),
      { type: "HandOver", seat },
    ],
    [staff && !one.facilitates, t("staff.promote"), { type: "Promote", seat }],
    [staff && mine && one.facilitates, t("staff.stepDown"), { type: "StepDown" }],
    [!staff, t("staff.sendBack"), { type: "SendBack", seat }],
  ];
  const possible = doings.filter(([now]) => now);
  if (possible.length === 0) return null;
  return (
    <div className={classes.doings}>
      {possible.map(([, words, command]) => (
        <Button
          key={command.type}
          onClick={() => void give(command).then((done) => done && close())}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}
