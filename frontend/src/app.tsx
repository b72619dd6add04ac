// The providers around every page, and which page an address shows.

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { BrowserRouter, Route, Routes } from "react-router";
import { Problem } from "./api/http";
import { Room } from "./pages/room/Room";
import { SignedIn } from "./pages/SignedIn";
import { Today } from "./pages/Today";
import { theme } from "./theme/theme";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
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
          <SignedIn>
            <Routes>
              <Route path="/rooms/:session" element={<Room />} />
              <Route path="*" element={<Today />} />
            </Routes>
          </SignedIn>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
