import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView } from "../../../../api/protocol.gen";
import { useGive, useRoom } from "../../../../room/hooks";
import { MAIN } from "../../places/place";
import classes from "./Whereabouts.module.css";

/** While side rooms are open: which of them somebody is in, to be moved to another. */
export function Whereabouts({ one }: { one: PersonView }) {
  const { t } = useTranslation();
  const give = useGive();
  const places = useRoom((room) => room.places);
  // Chosen first and moved afterwards: by keyboard one passes the others on the way.
  const [chosen, choose] = useState(one.place);
  if (places === null) return null;
  return (
    <div className={classes.row}>
      <NativeSelect
        className={classes.choice}
        label={t("sideRooms.move", { name: one.name })}
        value={chosen}
        data={[
          { value: MAIN, label: t("places.main") },
          ...places.open.map(({ place, name }) => ({ value: place, label: name })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Button
        disabled={chosen === one.place}
        onClick={() => void give({ type: "Move", seat: one.seat, place: chosen })}
      >
        {t("sideRooms.moveGo")}
      </Button>
    </div>
  );
}
