import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../api/people";
import * as record from "../../api/record";
import { FormDialog } from "../../components/form/Form";
import { usePlace } from "../../components/Place";
import { dayAfter, daysOf, plus, startOf, today } from "../record/days";
import { PersonSearch } from "../record/PersonSearch";
import classes from "./Audit.module.css";
import { called, type Names } from "./names";

const USUAL_DAYS = 30;

/** Asks for whom, for what, of which days, whose names, and until when. */
export function GiveGrant({
  names,
  close,
  given,
}: {
  names: Names;
  close: () => void;
  given: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { clinic } = usePlace();
  const now = today(clinic.zone);
  const auditors = names.all.flatMap((person) =>
    person.memberships
      .filter((held) => held.role === "auditor" && held.active)
      .map((held) => ({ value: held.code, label: called(person) })),
  );
  const month = daysOf("thisMonth", now);
  const [auditor, setAuditor] = useState("");
  const [purpose, setPurpose] = useState("");
  const [starts, setStarts] = useState(month.since ?? now);
  const [ends, setEnds] = useState(month.until ?? now);
  const [expires, setExpires] = useState(plus(now, USUAL_DAYS));
  const [everyone, setEveryone] = useState(false);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const give = () =>
    record
      .give(clinic.id, {
        auditor: auditor || (auditors[0]?.value ?? ""),
        purpose: purpose.trim(),
        ...{ starts, ends, everyone },
        expires_at: startOf(dayAfter(expires), clinic.zone),
        people: everyone ? [] : people.map((one) => one.id),
      })
      .then(given);
  return (
    <FormDialog
      open
      title={t("audit.giveTitle")}
      go={t("audit.giveGo")}
      close={close}
      done={close}
      act={give}
    >
      {auditors.length === 0 ? (
        <p>{t("audit.noAuditors")}</p>
      ) : (
        <div className={classes.form}>
          <NativeSelect
            label={t("audit.auditor")}
            value={auditor}
            onChange={(event) => setAuditor(event.currentTarget.value)}
            data={auditors}
          />
          <TextInput
            name="purpose"
            label={t("audit.purpose")}
            description={t("audit.purposeHint")}
            required
            withAsterisk={false}
            maxLength={200}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <div className={classes.days}>
            <TextInput
              type="date"
              name="starts"
              label={t("audit.starts")}
              required
              withAsterisk={false}
              max={ends}
              value={starts}
              onChange={(event) => setStarts(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              name="ends"
              label={t("audit.ends")}
              required
              withAsterisk={false}
              min={starts}
              value={ends}
              onChange={(event) => setEnds(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              name="expires_at"
              label={t("audit.expires")}
              required
              withAsterisk={false}
              min={now}
              value={expires}
              onChange={(event) => setExpires(event.currentTarget.value)}
            />
          </div>
          <fieldset className={classes.whose}>
            <legend>{t("audit.whose")}</legend>
            <div className={classes.choices}>
              {([false, true] as const).map((all) => (
                <label key={String(all)} className={classes.choice}>
                  <input
                    type="radio"
                    name="whose"
                    checked={everyone === all}
                    onChange={() => setEveryone(all)}
                  />
                  {t(all ? "audit.everyone" : "audit.some")}
                </label>
              ))}
            </div>
          </fieldset>
          {!everyone && (
            <>
              {people.length === 0 && <p className="soft">{t("audit.nobodyNamed")}</p>}
              <ul className={classes.named}>
                {people.map((one) => (
                  <Named
                    key={one.id}
                    name={called(one)}
                    drop={() => setPeople(people.filter((other) => other.id !== one.id))}
                  />
                ))}
              </ul>
              <PersonSearch
                label={t("audit.addPerson")}
                without={people.map((one) => one.id)}
                pick={(person) => setPeople([...people, person])}
              />
            </>
          )}
        </div>
      )}
    </FormDialog>
  );
}

function Named({ name, drop }: { name: string; drop: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <Button aria-label={t("audit.remove", { name })} onClick={drop}>
        {name}
        <span aria-hidden="true" className={classes.drop}>
          ×
        </span>
      </Button>
    </li>
  );
}
