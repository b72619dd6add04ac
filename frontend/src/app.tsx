// The providers around every page, and which page an address shows.

import { MantineProvider } from "@mantine/core";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { BrowserRouter, Navigate, Outlet, Route, Routes } from "react-router";
import { Problem } from "./api/http";
import { Boundary } from "./components/Boundary";
import { Frame } from "./components/Frame";
import { Loading } from "./components/Loading";
import { useMe } from "./components/Me";
import { AtClinic, usePlace, works } from "./components/Place";
import { Sheet } from "./components/Sheet";
import { Joining } from "./pages/join/Joining";
import { Nothing } from "./pages/Nothing";
import { Room } from "./pages/room/Room";
import { SignedIn } from "./pages/SignedIn";
import { staffPart } from "./pages/staff";
import { Today } from "./pages/today/Today";
import { theme } from "./theme/theme";

// What is seldom opened is not in what everyone loads.
const Account = lazy(() => import("./pages/account/Account"));
const Schedule = staffPart(() => import("./pages/schedule/Schedule"));
const Meeting = staffPart(() => import("./pages/meeting/Meeting"));
const Groups = staffPart(() => import("./pages/groups/Groups"));
const Group = staffPart(() => import("./pages/groups/Group"));
const People = staffPart(() => import("./pages/people/People"));
const Person = staffPart(() => import("./pages/people/Person"));
const Sessions = staffPart(() => import("./pages/record/Sessions"));
const Record = staffPart(() => import("./pages/record/Record"));
const Audit = staffPart(() => import("./pages/audit/Audit"));

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // Signed out meanwhile, or a second factor asked for: ask who is here, and what comes first
    // shows at the same address.
    onError: (error, query) => {
      if (!(error instanceof Problem) || query.queryKey[0] === "me") return;
      if (error.status === 401 || error.code === "second_factor_due")
        void queries.invalidateQueries({ queryKey: ["me"] });
    },
  }),
  defaultOptions: {
    // Without a network it fails at once, and says so, rather than wait unseen.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 15_000,
      retry: (count, error) => count < 2 && error instanceof Problem && error.status === 0,
    },
  },
});

export function App() {
  return (
    // The variables and classes that Mantine would write into the page are in tokens.css.
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <Joining>
            <SignedIn>
              <Boundary>
                <Suspense fallback={<Starting />}>
                  <Routes>
                    <Route path="/rooms/:session" element={<Room />} />
                    <Route element={<Part />}>
                      <Route path="/account" element={<Account />} />
                      <Route path="/*" element={<Pages />} />
                    </Route>
                  </Routes>
                </Suspense>
              </Boundary>
            </SignedIn>
          </Joining>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** A page is on its way. */
function Starting() {
  return (
    <Sheet>
      <Loading />
    </Sheet>
  );
}

/** Staff have a frame with everything of theirs around each page; everyone else has the page. */
function Part() {
  if (!works(useMe())) return <Outlet />;
  return (
    <AtClinic>
      <Frame />
    </AtClinic>
  );
}

function Pages() {
  if (works(useMe())) return <StaffPages />;
  return (
    <Routes>
      <Route index element={<Today />} />
      <Route path="*" element={<Nothing />} />
    </Routes>
  );
}

function StaffPages() {
  const { roles } = usePlace();
  const audits = roles.size === 1 && roles.has("auditor");
  return (
    <Routes>
      <Route index element={audits ? <Navigate to="/sessions" replace /> : <Schedule />} />
      <Route path="groups" element={<Groups />} />
      <Route path="groups/:group" element={<Group />} />
      <Route path="people" element={<People />} />
      <Route path="people/invitations" element={<People />} />
      <Route path="people/:person" element={<Person />} />
      <Route path="sessions" element={<Sessions />} />
      <Route path="sessions/:session" element={<Meeting />} />
      <Route path="sessions/:session/record" element={<Record />} />
      <Route path="audit/*" element={<Audit />} />
      <Route path="*" element={<Nothing />} />
    </Routes>
  );
}
