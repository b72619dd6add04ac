// Words of what can go wrong, by the code of the refusal; Spanish.

import type { errors as Words } from "../en/errors";

export const errors: typeof Words = {
  errors: {
    offline:
      "No podemos llegar al servidor de la clínica. Revise su conexión e inténtelo de nuevo.",
    too_fast: "Fue demasiado seguido. Espere un minuto e inténtelo de nuevo.",
    sign_in_refused: "No coincidió. Revise lo que escribió o pida un código a la clínica.",
    not_found: "Aquí no hay nada para usted. Revise el enlace o vaya a sus sesiones.",
    failed: "No funcionó y nada cambió. Inténtelo de nuevo.",
  },
};
