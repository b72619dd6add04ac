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

// A tab in a room says so this often; one that sleeps in the background may take a minute more.
const SAY_MS = 15_000;
const HEARD_MS = 150_000;

/** Whether an address is a room's. */
export function inRoom(pathname: string): boolean {
  return pathname.startsWith("/rooms/");
}

/** Asks whether somebody is still there, and signs out when nobody answers.
 *
 * Not in a room: whoever listens there for an hour touches nothing, and a group must not end for
 * them by that. The server knows it too, and keeps the room open to them alone. Nor do the pages
 * beside it sign out then: they wait for the server to say that it is over for all but the room.
 */
export function Idle({ minutes, ended }: { minutes: number; ended: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const room = inRoom(useLocation().pathname);
  const [left, setLeft] = useState<number | null>(null);
  const told = useRef(Date.now());
  const roomSaid = useRef(0);
  const roomHeard = useRef(0);
  const share = useShared((word) => {
    if (word === "room") {
      roomHeard.current = Date.now();
      return;
    }
    touch();
    // The other tab has told the server: told again and shared again, it would never end.
    told.current = Date.now();
  });
  const said = useRef(ended);
  said.current = ended;

  useEffect(() => {
    const look = () => {
      const now = standing(untouched(), minutes, Date.now() - told.current);
      if (now.tell) {
        // What is done at a page without asking the server for anything is use of it all the same.
        told.current = Date.now();
        share("touched");
        void queries.invalidateQueries({ queryKey: ["me"] });
      }
      if (room && Date.now() - roomSaid.current >= SAY_MS) {
        roomSaid.current = Date.now();
        share("room");
      }
      setLeft(room ? null : now.left);
      if (room || !now.over) return;
      if (Date.now() - roomHeard.current >= HEARD_MS) void leave();
      else if (Date.now() - told.current >= SAY_MS) {
        told.current = Date.now();
        void queries.invalidateQueries({ queryKey: ["me"] });
      }
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
    share("touched");
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

type Word = "touched" | "room";

/** A touch in one tab is a touch in all of them: they share one sign-in. */
function useShared(heard: (word: Word) => void): (word: Word) => void {
  const channel = useRef<BroadcastChannel | null>(null);
  const hear = useRef(heard);
  hear.current = heard;
  useEffect(() => {
    const made = new BroadcastChannel("vgroup-touch");
    made.onmessage = (event: MessageEvent<Word>) => hear.current(event.data);
    channel.current = made;
    return () => made.close();
  }, []);
  const share = useRef((word: Word) => channel.current?.postMessage(word));
  return share.current;
}
