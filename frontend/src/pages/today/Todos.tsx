import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Agreement } from "../../api/account";
import { checkIns, type Session } from "../../api/sessions";
import { useMe } from "../../components/Me";
import { AgreementDialog } from "../Agreement";
import { isOpen, type Todo, takesPart, todo } from "./plan";
import { Tick } from "./Tick";
import classes from "./Today.module.css";

/** What is still to be done before one goes in, with a tick at what is done. */
export function Todos({ session }: { session: Session | undefined }) {
  const { t } = useTranslation();
  const me = useMe();
  const [reading, setReading] = useState<Agreement | null>(null);
  const asks = session !== undefined && isOpen(session) && takesPart(session);
  const { data } = useQuery({
    queryKey: ["check-in", session?.id],
    queryFn: () => checkIns(session?.id ?? ""),
    enabled: asks,
  });
  const all = todo(me.unsigned, me.emergency_contact, asks ? data : undefined);
  if (!session && all.every((one) => one.done)) return null;
  return (
    <section className={classes.panel} aria-labelledby="todo">
      <h2 id="todo">{t("today.todo")}</h2>
      <ul className={classes.todo}>
        {all.map((one) => (
          <Row
            key={one.what === "agreement" ? one.agreement.id : one.what}
            one={one}
            session={session}
            read={setReading}
          />
        ))}
        {session && session.modality !== "in_person" && <DeviceRow session={session} />}
      </ul>
      <AgreementDialog agreement={reading} close={() => setReading(null)} />
    </section>
  );
}

const DONE = {
  signed: "today.signed",
  contact: "today.contactDone",
  checkIn: "today.checkInDone",
} as const;

function Row({
  one,
  session,
  read,
}: {
  one: Todo;
  session: Session | undefined;
  read: (agreement: Agreement) => void;
}) {
  const { t } = useTranslation();
  if (one.what === "agreement")
    return (
      <Item done={false} text={t("today.toSign", { title: one.agreement.title })}>
        <Button onClick={() => read(one.agreement)}>{t("today.read")}</Button>
      </Item>
    );
  if (one.done) return <Item done text={t(DONE[one.what])} />;
  if (one.what === "contact")
    return (
      <Item done={false} text={t("today.contactDue")}>
        <Button component={Link} to="/account#contact">
          {t("today.contactGo")}
        </Button>
      </Item>
    );
  return (
    <Item done={false} text={t("today.checkInDue")}>
      <Button component={Link} to={`/rooms/${session?.id}`}>
        {t("today.checkInGo")}
      </Button>
    </Item>
  );
}

/** The check itself is at the door of the room. */
function DeviceRow({ session }: { session: Session }) {
  const { t } = useTranslation();
  return (
    <Item text={t("today.device")} hint={t("today.deviceHint")}>
      <Button component={Link} to={`/rooms/${session.id}`}>
        {t("today.deviceGo")}
      </Button>
    </Item>
  );
}

function Item({
  done,
  text,
  hint,
  children,
}: {
  done?: boolean;
  text: string;
  hint?: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <li>
      <Tick state={done === undefined ? "open" : done ? "done" : "due"} />
      <div className={classes.what}>
        <p>
          {done !== undefined && (
            <span className="heard-only">{`${t(done ? "today.done" : "today.toDo")}: `}</span>
          )}
          {text}
        </p>
        {hint && <p className="soft">{hint}</p>}
        {children && <div>{children}</div>}
      </div>
    </li>
  );
}
