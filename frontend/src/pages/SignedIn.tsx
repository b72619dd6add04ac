import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import * as account from "../api/account";
import { Problem } from "../api/http";
import { Loading } from "../components/Loading";
import { MeContext } from "../components/Me";
import { Sheet } from "../components/Sheet";
import { Trouble } from "../components/Trouble";
import { speak } from "../words";
import { Idle, inRoom } from "./account/Idle";
import { SecondFactorDue } from "./account/SecondFactorDue";
import { SignIn } from "./SignIn";
import { Top } from "./today/Top";

/** Its children for whoever is signed in, the sign-in for everyone else, at the same address. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["me"],
    queryFn: () => whoever(queries),
  });
  const [idled, setIdled] = useState(false);
  const locale = data?.locale;
  useEffect(() => {
    if (locale) void speak(locale);
  }, [locale]);

  if (isPending)
    return (
      <Sheet top={<Top />} title={t("app.loading")}>
        <Loading />
      </Sheet>
    );
  const unused = error instanceof Problem && error.code === "unused_too_long";
  const out = error instanceof Problem && (error.status === 401 || error.status === 403);
  // The server lets a person in a group stay in it however long they only listen; so does the page.
  const stays = unused && data !== undefined && inRoom(pathname);
  function signedIn() {
    setIdled(false);
    void queries.resetQueries();
  }
  if (out && !stays)
    return <SignIn lead={unused || idled ? t("idle.ended") : undefined} done={signedIn} />;
  if (!data)
    return (
      <Sheet top={<Top languages />} title="vgroup">
        <Trouble error={error} again={() => void refetch()} />
      </Sheet>
    );
  return (
    // Keyed: a page that somebody left open is not the next one's.
    <MeContext key={data.id} value={data}>
      {data.idle_min ? <Idle minutes={data.idle_min} ended={() => setIdled(true)} /> : null}
      {data.second_factor_due ? <SecondFactorDue /> : children}
    </MeContext>
  );
}

/** Who is here; where that is somebody else than before, signed in at another tab, what was read
 * for the one before is forgotten first. */
async function whoever(queries: QueryClient): Promise<account.Me> {
  const before = queries.getQueryData<account.Me>(["me"]);
  const now = await account.me();
  if (before && before.id !== now.id)
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
  return now;
}
