import { useState } from "react";
import { Alerts } from "./Alerts";
import { Card } from "./Card";
import { CardContext } from "./stance";

/** The open alerts for staff who are not inside: they too can take one in hand and call. */
export default function Called() {
  const [seat, open] = useState<string | null>(null);
  return (
    <CardContext value={open}>
      <Alerts />
      <Card seat={seat} close={() => open(null)} />
    </CardContext>
  );
}
