import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenPlaces, PersonView } from "../../../../api/protocol.gen";
import { Trouble } from "../../../../components/Trouble";
import { seated } from "../../../../room/circle";
import { useRoom } from "../../../../room/hooks";
import type { FormProps } from "../Asking";
import desk from "../Desk.module.css";
import { useTrying } from "../trying";
import classes from "./OpenForm.module.css";
import { members, named, type Spread, spread, within } from "./spread";

const MOST = 8;
const NAME_LIMIT = 60;
const LONGEST_MIN = 240;

type Plan = {
  readonly rooms: number;
  readonly byChance: boolean;
  /** Null: until everyone is called back. */
  readonly minutes: number | null;
};

/** Side rooms: how many and how long, then who goes where, looked at before they open. */
export function OpenForm({ close }: FormProps) {
  const [plan, setPlan] = useState<Plan>({ rooms: 2, byChance: true, minutes: 10 });
  const [reviewed, review] = useState(false);
  const back = () => review(false);
  return reviewed ? (
    <Review plan={plan} back={back} close={close} />
  ) : (
    <Planning plan={plan} change={setPlan} close={close} go={() => review(true)} />
  );
}

function Planning({
  plan,
  change,
  close,
  go,
}: FormProps & { plan: Plan; change: (plan: Plan) => void; go: () => void }) {
  const { t } = useTranslation();
  const name = useId();
  const set = (part: Partial<Plan>) => change({ ...plan, ...part });
  function submit(event: FormEvent) {
    event.preventDefault();
    go();
  }
  return (
    <form className={desk.form} onSubmit={submit}>
      <p>{t("sideRooms.lead")}</p>
      <NumberInput
        label={t("sideRooms.howMany")}
        min={1}
        max={MOST}
        allowDecimal={false}
        value={plan.rooms}
        onChange={(n) => set({ rooms: Math.min(MOST, Math.max(1, Number(n) || 1)) })}
      />
      <fieldset className={classes.choices}>
        <legend>{t("sideRooms.whoWhere")}</legend>
        <Choice name={name} on={plan.byChance} choose={() => set({ byChance: true })}>
          {t("sideRooms.byChance")}
        </Choice>
        <Choice name={name} on={!plan.byChance} choose={() => set({ byChance: false })}>
          {t("sideRooms.byHand")}
        </Choice>
      </fieldset>
      <fieldset className={classes.choices}>
        <legend>{t("sideRooms.howLong")}</legend>
        <Choice
          name={`${name}-end`}
          on={plan.minutes !== null}
          choose={() => set({ minutes: plan.minutes ?? 10 })}
        >
          {t("sideRooms.timed")}
        </Choice>
        {plan.minutes !== null && (
          <NumberInput
            className={classes.minutes}
            aria-label={t("staff.minutesField")}
            min={1}
            max={LONGEST_MIN}
            allowDecimal={false}
            value={plan.minutes}
            onChange={(n) => set({ minutes: Math.max(1, Number(n) || 1) })}
          />
        )}
        <Choice
          name={`${name}-end`}
          on={plan.minutes === null}
          choose={() => set({ minutes: null })}
        >
          {t("sideRooms.openEnd")}
        </Choice>
      </fieldset>
      <div className={desk.buttons}>
        <Button onClick={close}>{t("app.cancel")}</Button>
        <Button type="submit" variant="filled">
          {t("sideRooms.review")}
        </Button>
      </div>
    </form>
  );
}

function Choice({
  name,
  on,
  choose,
  children,
}: {
  name: string;
  on: boolean;
  choose: () => void;
  children: string;
}) {
  return (
    <label className={classes.choice}>
      <input type="radio" name={name} checked={on} onChange={choose} />
      {children}
    </label>
  );
}

/** Who would be where: names of rooms, and a room for each person, all of it to be changed. */
function Review({ plan, back, close }: FormProps & { plan: Plan; back: () => void }) {
  const { t } = useTranslation();
  const { give, error } = useTrying();
  const people = useHere();
  const guided = people.filter((one) => one.role === "participant").map((one) => one.seat);
  const [names, setNames] = useNames(plan.rooms, people);
  const [drawn, setDrawn] = useState<Spread>(() =>
    plan.byChance ? spread(guided, plan.rooms, Math.random) : {},
  );
  const where = within(drawn, plan.rooms);
  const seats = people.map((one) => one.seat);
  const command: OpenPlaces = {
    type: "OpenPlaces",
    places: names.map((name, room) => ({ name: name.trim(), seats: members(where, seats, room) })),
    seconds: plan.minutes === null ? null : plan.minutes * 60,
  };
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await give(command)) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      <p>
        {plan.minutes === null
          ? t("sideRooms.openEnd")
          : t("sideRooms.minutes", { count: plan.minutes })}
      </p>
      <div className={classes.rooms}>
        {names.map((name, room) => (
          <TextInput
            // biome-ignore lint/suspicious/noArrayIndexKey: rooms never change places
            key={room}
            label={t("sideRooms.nameOf", { n: room + 1 })}
            description={t("sideRooms.count", { count: members(where, seats, room).length })}
            inputWrapperOrder={["label", "input", "description"]}
            required
            withAsterisk={false}
            maxLength={NAME_LIMIT}
            value={name}
            onChange={(event) => setNames(room, event.currentTarget.value)}
          />
        ))}
      </div>
      <div className={desk.headed}>
        <h3 className={classes.title}>{t("sideRooms.whoWhere")}</h3>
        {plan.byChance && (
          <Button
            variant="subtle"
            onClick={() => setDrawn(spread(guided, plan.rooms, Math.random))}
          >
            {t("sideRooms.mix")}
          </Button>
        )}
      </div>
      <ul className={desk.panel}>
        {people.map(({ seat, name }) => (
          <li key={seat}>
            <label htmlFor={`room-${seat}`}>{name}</label>
            <NativeSelect
              id={`room-${seat}`}
              className={classes.where}
              value={String(where[seat] ?? "")}
              data={[
                { value: "", label: t("sideRooms.stays") },
                ...names.map((room, index) => ({ value: String(index), label: room })),
              ]}
              onChange={(event) => {
                const room = event.currentTarget.value;
                setDrawn({ ...drawn, [seat]: room === "" ? null : Number(room) });
              }}
            />
          </li>
        ))}
      </ul>
      {error && <Trouble error={error} />}
      <div className={desk.buttons}>
        <Button onClick={back}>{t("app.back")}</Button>
        <Button type="submit" variant="filled">
          {t("sideRooms.open")}
        </Button>
      </div>
    </form>
  );
}

function useHere(): readonly PersonView[] {
  const people = useRoom((room) => room.people);
  return useMemo(() => seated({ people }), [people]);
}

function useNames(count: number, people: readonly PersonView[]) {
  const { t } = useTranslation();
  const [given, give] = useState<Readonly<Record<number, string>>>({});
  const trees = t("sideRooms.names").split(", ");
  const fresh = named(
    [],
    count,
    trees,
    people.map((one) => one.name),
  );
  const names = fresh.map((name, room) => given[room] ?? name);
  const set = (room: number, name: string) => give({ ...given, [room]: name });
  return [names, set] as const;
}
