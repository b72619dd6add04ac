import "@fontsource-variable/atkinson-hyperlegible-next";
import "./theme/mantine.css";
import "./theme/tokens.css";
import "./theme/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { begin } from "./words";

const place = document.getElementById("app");
if (place) {
  await begin();
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
