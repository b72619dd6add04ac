import { useTranslation } from "react-i18next";
import { Problem } from "../api/http";
import { Trouble } from "./Trouble";

/** In place of a part of the page that could not be loaded: what is around it goes on. */
export function Lost() {
  const { t } = useTranslation();
  return (
    <Trouble
      error={new Problem(0, "part_lost", "")}
      again={() => location.reload()}
      how={t("sound.loadAnew")}
    />
  );
}
