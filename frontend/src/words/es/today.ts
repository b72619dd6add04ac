// Words of the day's groups; Spanish.

import type { today as Words } from "../en/today";

export const today: typeof Words = {
  today: {
    title: "Hola, {{name}}",
    none: "No hay grupos entre ayer y mañana.",
    noneHint: "Cuando se planee uno para usted, aparecerá aquí.",
    sessions: "Sus grupos",
    enter: "Entrar",
    look: "Ver",
    at: "{{day}}, {{from}} – {{to}}",
    today: "Hoy",
    tomorrow: "Mañana",
    yesterday: "Ayer",
    agreements: "Antes de su próximo grupo",
    toSign: "«{{title}}» espera su firma.",
    read: "Leer y firmar",
  },
};
