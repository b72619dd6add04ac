import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useGive, useRoom } from "../../../room/hooks";
import type { Room } from "../../../room/state";
import classes from "./Answers.module.css";
import desk from "./Desk.module.css";
import { lines } from "./given";
import { useFacilitates } from "./stance";

/** The check-in round under way: everyone's answers as they come in, a column a question. */
export function Answers() {
  const { t } = useTranslation();
  const give = useGive();
  const open = useRoom((room) => room.round_open);
  const people = useRoom(asked);
  const may = useFacilitates();
  if (!open) return null;
  const done = people.filter((one) => one.checked_in.includes("round")).length;
  const title = t("staff.checkinRound", { done, all: people.length });
  return (
    <section className={desk.section} aria-label={title}>
      <div className={desk.headed}>
        <h2>{title}</h2>
        {may && (
          <Button variant="subtle" onClick={() => void give({ type: "CloseRound" })}>
            {t("staff.closeRound")}
          </Button>
        )}
      </div>
      <div className={desk.panel}>
        <Table people={people} />
      </div>
    </section>
  );
}

type Asked = NonNullable<Room["staff"]>["expected"];

function asked(room: Room): Asked {
  const here = new Set(room.people.map((one) => one.seat));
  return (room.staff?.expected ?? []).filter(
    (one) => one.role === "participant" && here.has(one.seat),
  );
}

function Table({ people }: { people: Asked }) {
  const { t, i18n } = useTranslation();
  const form = useRoom((room) => room.form);
  const items = (form?.items ?? []).filter((item) => item.moments.includes("round"));
  const words = (item: (typeof items)[number]) =>
    item.words[i18n.language] ?? item.words.en ?? item.id;
  return (
    <>
      <table className={classes.answers}>
        <thead>
          <tr>
            <td />
            {items.map((item, index) => (
              <th key={item.id} scope="col">
                <span className="heard-only">{words(item)}</span>
                <span aria-hidden="true">{index + 1}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((one) => {
            const said = lines(form, one.checkins.round ?? {}, i18n.language);
            return (
              <tr key={one.seat} data-done={one.checked_in.includes("round") || undefined}>
                <th scope="row">{one.name}</th>
                {items.map((item) => {
                  const line = said.find((answer) => answer.item === item.id);
                  return <td key={item.id}>{line ? (line.says ?? t("staff.passed")) : "–"}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <ol className={classes.legend} aria-hidden="true">
        {items.map((item) => (
          <li key={item.id}>{words(item)}</li>
        ))}
      </ol>
    </>
  );
}
