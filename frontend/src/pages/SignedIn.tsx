import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../api/account";
import { Problem } from "../api/http";
import { Sheet } from "../components/Sheet";
import { Trouble } from "../components/Trouble";
import { speak } from "../words";
import { SignIn } from "./SignIn";

const MeContext = createContext<account.Me | null>(null);

/** Who is signed in. */
export function useMe(): account.Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error("Nobody is signed in here.");
  return me;
}

/** Its children for whoever is signed in, the sign-in for everyone else, at the same address. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ["me"], queryFn: account.me });
  const locale = data?.locale;
  useEffect(() => {
    if (locale) void speak(locale);
  }, [locale]);

  if (isPending) return <Sheet title="" lead={t("app.loading")} />;
  const out = error instanceof Problem && (error.status === 401 || error.status === 403);
  if (out) return <SignIn done={() => void queries.resetQueries()} />;
  if (error)
    return (
      <Sheet title="vgroup">
        <Trouble error={error} again={() => void refetch()} />
      </Sheet>
    );
  return <MeContext value={data}>{children}</MeContext>;
}
