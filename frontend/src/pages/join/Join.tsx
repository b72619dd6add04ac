import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../../api/account";
import { Problem } from "../../api/http";
import { Loading } from "../../components/Loading";
import { Sheet } from "../../components/Sheet";
import { Trouble } from "../../components/Trouble";
import { dayAndTime } from "../../words/time";
import { SecondFactorDue } from "../account/SecondFactorDue";
import { SignIn } from "../SignIn";
import { Ring } from "../today/Ring";
import { Top } from "../today/Top";
import { forget } from "./invitation";
import classes from "./Join.module.css";
import { Joined } from "./Joined";
import { JoinWith } from "./JoinWith";
import { NewAccount } from "./NewAccount";

type Step = "welcome" | "account" | "signIn";

/** The way in by an invitation: who invites, an account, and how to sign in from now on. */
export function Join({ token, done }: { token: string; done: () => void }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>("welcome");
  const [joined, setJoined] = useState<account.Accepted | null>(null);
  const open = useQuery({
    queryKey: ["invitation"],
    queryFn: () => account.invitation(token),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const me = useQuery({ queryKey: ["me"], queryFn: account.me });
  const { data } = open;

  function finish() {
    done();
    void queries.resetQueries();
  }
  function accepted(answer: account.Accepted) {
    // Used up: a reload from here on must not offer it again.
    forget();
    setJoined(answer);
  }
  if (open.error)
    return <Closed error={open.error} again={() => void open.refetch()} out={finish} />;
  if (!data || me.isPending)
    return (
      <Sheet top={<Top />} title="vgroup">
        <Loading />
      </Sheet>
    );
  if (joined) return <Joined clinic={data.clinic} account={joined} done={finish} />;
  if (me.data?.second_factor_due) return <SecondFactorDue />;
  if (me.data) return <JoinWith token={token} invitation={data} me={me.data} done={finish} />;
  if (step === "signIn")
    return (
      <SignIn
        lead={<JoinLead clinic={data.clinic} />}
        done={() => void queries.resetQueries({ queryKey: ["me"] })}
        back={() => setStep("welcome")}
      />
    );
  if (step === "account")
    return (
      <NewAccount
        token={token}
        invitation={data}
        accepted={accepted}
        back={() => setStep("welcome")}
        signIn={() => setStep("signIn")}
      />
    );
  return <Welcome invitation={data} go={setStep} />;
}

function JoinLead({ clinic }: { clinic: string }) {
  const { t } = useTranslation();
  return <>{t("join.signInLead", { clinic })}</>;
}

function Welcome({
  invitation,
  go,
}: {
  invitation: account.OpenInvitation;
  go: (step: Step) => void;
}) {
  const { t, i18n } = useTranslation();
  const { clinic, role, expires_at } = invitation;
  const when = dayAndTime(Date.parse(expires_at), i18n.language);
  return (
    <Sheet
      top={<Top languages />}
      title={t("join.title", { clinic })}
      lead={t(`join.${role}`)}
      step="welcome"
    >
      <Ring />
      <div className={classes.go}>
        <Button variant="filled" onClick={() => go("account")}>
          {t("join.make")}
        </Button>
        <Button onClick={() => go("signIn")}>{t("join.have")}</Button>
      </div>
      <p className="soft">{t("join.until", { when })}</p>
    </Sheet>
  );
}

/** A link that leads nowhere any more, or a server that can not be reached. */
function Closed({ error, again, out }: { error: unknown; again: () => void; out: () => void }) {
  const { t } = useTranslation();
  if (!(error instanceof Problem && error.status === 404))
    return (
      <Sheet top={<Top languages />} title="vgroup">
        <Trouble error={error} again={again} />
      </Sheet>
    );
  return (
    <Sheet top={<Top languages />} title={t("join.goneTitle")} lead={t("join.gone")}>
      <p>
        {t("join.goneUsed")} {t("join.goneNew")}
      </p>
      <Button variant="filled" onClick={out}>
        {t("join.toSignIn")}
      </Button>
    </Sheet>
  );
}
