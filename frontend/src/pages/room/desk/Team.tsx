import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Command, PersonView } from "../../../api/protocol.gen";
import { useMe } from "../../../components/Me";
import { Tag } from "../../../components/Tag";
import { useAround, useGive, useRoom } from "../../../room/hooks";
import type { FormProps } from "./Asking";
import desk from "./Desk.module.css";
import { useFacilitates } from "./stance";
import classes from "./Team.module.css";

const OFFICE: readonly string[] = ["administrator", "supervisor"];

/** Who leads: handed over, shared, or given back. */
export function TeamForm({ close }: FormProps) {
  const { t } = useTranslation();
  const inside = useRoom((room) => room.people.filter((one) => one.role === "staff"));
  const outside = useRoom((room) =>
    (room.staff?.expected ?? []).filter((one) => one.role === "staff" && one.standing !== "inside"),
  );
  return (
    <div className={desk.form}>
      <p className="soft">{t("staff.teamLead")}</p>
      <ul className={desk.panel}>
        {inside.map((one) => (
          <Colleague key={one.seat} one={one} close={close} />
        ))}
        {outside.map((one) => (
          <li key={one.seat} className="soft">
            {one.name} <Tag>{t(`staff.standing.${one.standing}`)}</Tag>
          </li>
        ))}
      </ul>
      <Substitute />
    </div>
  );
}

/** Where a substitute is assigned; beside the room, which stays open. */
function Substitute() {
  const { t } = useTranslation();
  const { session } = useAround();
  const office = useMe().memberships.some((one) => OFFICE.includes(one.role));
  if (!office) return <p className="soft">{t("staff.substituteLead")}</p>;
  return (
    <div className={desk.buttons}>
      <Button component="a" href={`/sessions/${session}`} target="_blank" rel="noreferrer">
        {t("staff.substitute")}
      </Button>
    </div>
  );
}

function Colleague({ one, close }: { one: PersonView; close: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const me = useRoom((room) => room.you.seat);
  const may = useFacilitates();
  const mine = one.seat === me;
  const { seat } = one;
  const deed: readonly [string, Command] | null = !one.facilitates
    ? [t("staff.promote"), { type: "Promote", seat }]
    : mine
      ? [t("staff.stepDown"), { type: "StepDown" }]
      : one.leads || !may || !one.connected
        ? null
        : [t("staff.handOver"), { type: "HandOver", seat }];
  return (
    <li>
      <p className={classes.who}>
        <strong>{one.name}</strong>
        {one.leads && <Tag tone="pine">{t("room.leads")}</Tag>}
        {!one.facilitates && <Tag>{t("staff.looksOn")}</Tag>}
        {one.credential && <span className="soft">{one.credential}</span>}
      </p>
      {deed && (
        <Button
          aria-label={`${deed[0]}: ${one.name}`}
          onClick={() => void give(deed[1]).then((done) => done && close())}
        >
          {deed[0]}
        </Button>
      )}
    </li>
  );
}
