import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import * as account from "../../api/account";
import { touch, untouched } from "../../api/touch";
import { Dialog } from "../../components/Dialog";
import { span } from "../../words/time";
import classes from "./Account.module.css";
import { standing } from "./idleness";

/** Whether an address is a room's. */
export function inRoom(pathname: string): boolean {
  return pathname.startsWith("/rooms/");
}

/** Asks whether somebody is still there, and signs out when nobody answers.
 *
 * Not in a room: whoever listens there for an hour touches nothing, and a group must not end for
 * them by that. The server knows it too, and keeps the room open to them alone.
 */
export function Idle({ minutes, ended }: { minutes: number; ended: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const room = inRoom(useLocation().pathname);
  const [left, setLeft] = useState<number | null>(null);
  const told = useRef(Date.now());
  const share = useShared();
  const said = useRef(ended);
  said.current = ended;

  useEffect(() => {
    const look = () => {
      const now = standing(untouched(), minutes, Date.now() - told.current);
      if (now.tell) {
        // What is done at a page without asking the server for anything is use of it all the same.
        told.current = Date.now();
        share();
        void queries.invalidateQueries({ queryKey: ["me"] });
      }
      setLeft(room ? null : now.left);
      if (!room && now.over) void leave();
    };
    const leave = async () => {
      clearInterval(timer);
      said.current();
      // Unreachable or not, nothing of theirs stays on the screen.
      await account.signOut().catch(() => undefined);
      await queries.resetQueries();
    };
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [minutes, room, queries, share]);

  function stay() {
    touch();
    setLeft(null);
    told.current = Date.now();
    share();
    void queries.invalidateQueries({ queryKey: ["me"] });
  }
  function out() {
    void account
      .signOut()
      .catch(() => undefined)
      .then(() => queries.resetQueries());
  }
  return (
    <Dialog open={left !== null} close={stay} title={t("idle.title")} over>
      <div className={classes.form}>
        <p>{t("idle.lead")}</p>
        <p className={classes.left}>
          <span className="soft">{t("idle.left")}</span>
          <strong className="tabular">{span(left ?? 0)}</strong>
        </p>
        <div className={classes.buttons}>
          <Button variant="filled" onClick={stay} data-autofocus>
            {t("idle.stay")}
          </Button>
          <Button onClick={out}>{t("idle.out")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** A touch in one tab is a touch in all of them: they share one sign-in. */
function useShared(): () => void {
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const made = new BroadcastChannel("vgroup-touch");
    made.onmessage = () => touch();
    channel.current = made;
    return () => made.close();
  }, []);
  const share = useRef(() => channel.current?.postMessage("touched"));
  return share.current;
}
