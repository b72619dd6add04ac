import { Button, NativeSelect, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StartRound } from "../../../api/protocol.gen";
import { useHere } from "../../../room/hooks";
import { Asking, type FormProps } from "./Asking";
import classes from "./RoundForm.module.css";

const ORDERS = ["seating", "least_heard", "given"] as const;
type Order = (typeof ORDERS)[number];

/** A go-round: how long for each, and in which order. */
export function RoundForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(120);
  const [order, setOrder] = useState<Order>("seating");
  const [seats, setSeats] = useState<readonly string[]>([]);
  const command: StartRound = {
    type: "StartRound",
    seconds,
    order,
    ...(order === "given" ? { seats } : {}),
  };
  return (
    <Asking command={command} close={close} go={t("staff.startRound")}>
      <NumberInput
        label={t("staff.seconds")}
        min={10}
        max={900}
        step={30}
        allowDecimal={false}
        value={seconds}
        onChange={(n) => setSeconds(Number(n) || 60)}
      />
      <NativeSelect
        label={t("staff.order")}
        data={ORDERS.map((value) => ({ value, label: t(`staff.orders.${value}`) }))}
        value={order}
        onChange={(event) => setOrder(event.currentTarget.value as Order)}
      />
      {order === "given" && <Line seats={seats} set={setSeats} />}
    </Asking>
  );
}

/** Everyone who may speak, to be tapped in the order they shall. */
function Line({
  seats,
  set,
}: {
  seats: readonly string[];
  set: (seats: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { people } = useHere().room;
  const toggle = (seat: string) =>
    set(seats.includes(seat) ? seats.filter((one) => one !== seat) : [...seats, seat]);
  return (
    <fieldset className={classes.line}>
      <legend>{t("staff.givenLead")}</legend>
      {people
        .filter((one) => one.role === "participant")
        .map(({ seat, name }) => {
          const place = seats.indexOf(seat) + 1;
          return (
            <Button
              key={seat}
              variant={place > 0 ? "light" : "default"}
              aria-pressed={place > 0}
              onClick={() => toggle(seat)}
            >
              {place > 0 ? `${place} ${name}` : name}
            </Button>
          );
        })}
    </fieldset>
  );
}
