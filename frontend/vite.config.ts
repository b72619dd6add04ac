import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Assets are served by Django under /static/; nothing is inlined, for the page's strict CSP.
export default defineConfig({
  base: "/static/",
  plugins: [react()],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: "es2022" },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
