import { Button } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useHandouts } from "./Handouts";
import type { Handout } from "./handout";
import classes from "./Leading.module.css";

/** Under a handout that one shows: its pages. */
export function Leading() {
  const { handout } = useHandouts();
  return handout === null ? null : <Pages handout={handout} />;
}

function Pages({ handout }: { handout: Handout }) {
  const { t } = useTranslation();
  const leaf = useSyncExternalStore(handout.subscribe, handout.read);
  const wide = leaf.zoom === "width";
  return (
    <section className={classes.pages} aria-label={leaf.name}>
      <Button disabled={leaf.first} onClick={() => void handout.previous()}>
        {t("sharing.previous")}
      </Button>
      <span className="tabular" role="status">
        {t("sharing.page", { page: leaf.page, pages: leaf.pages })}
      </span>
      <Button disabled={leaf.last} onClick={() => void handout.next()}>
        {t("sharing.next")}
      </Button>
      <Button aria-pressed={wide} onClick={() => void handout.zoomTo(wide ? "page" : "width")}>
        {t(wide ? "sharing.wholePage" : "sharing.width")}
      </Button>
    </section>
  );
}
