// Words of the whole app: common words, errors, phases; Spanish.

import type { app as Words } from "../en/app";

export const app: typeof Words = {
  app: {
    loading: "Un momento …",
    again: "Intentar de nuevo",
    close: "Cerrar",
    back: "Atrás",
    next: "Siguiente",
    save: "Guardar",
    cancel: "Cancelar",
    pages: "Páginas",
    previous: "Anterior",
    following: "Siguiente",
    pageOf: "Página {{page}} de {{last}}",
  },
  nav: {
    skip: "Ir a la página",
    home: "vgroup, inicio",
    menu: "Menú",
    title: "Principal",
    schedule: "Agenda",
    groups: "Grupos",
    sessions: "Registros",
    people: "Personas",
    audit: "Auditoría",
    account: "Cuenta",
    clinic: "Clínica",
  },
  phase: {
    scheduled: "Planeado",
    door_open: "Puerta abierta",
    running: "En curso",
    on_break: "Pausa",
    on_hold: "En espera",
    ended: "Terminado",
    not_held: "No se realizó",
    cancelled: "Cancelado",
  },
};
