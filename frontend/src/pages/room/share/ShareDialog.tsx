import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Caught } from "../../../components/Caught";
import { Dialog } from "../../../components/Dialog";
import { Loading } from "../../../components/Loading";
import { Lost } from "../../../components/Lost";

// Few are ever invited to share: what draws a handout comes with the form.
const ShareForm = lazy(() => import("./ShareForm"));

/** For whoever was invited to share something: what it shall be. */
export function ShareDialog({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} close={close} title={t("sharing.title")}>
      <Caught otherwise={<Lost />}>
        <Suspense fallback={<Loading />}>
          <ShareForm close={close} />
        </Suspense>
      </Caught>
    </Dialog>
  );
}
