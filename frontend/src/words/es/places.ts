// Words of side rooms and the stage, for staff; Spanish.

import type { places as Words } from "../en/places";

export const places: typeof Words = {
  sideRooms: {
    title: "Salas aparte",
    lead: "Grupos más pequeños por un rato. El tiempo, las manos y la ayuda siguen como en el grupo; el equipo puede entrar en cada una.",
    howMany: "Cuántas salas aparte",
    whoWhere: "Quién va a cuál",
    byChance: "Al azar, por igual",
    byHand: "Elijo yo para cada persona",
    howLong: "Por cuánto tiempo",
    timed: "Por unos minutos",
    openEnd: "Hasta que usted llame a todos de vuelta",
    minutes_one: "Se cierran por sí solas después de {{count}} minuto.",
    minutes_other: "Se cierran por sí solas después de {{count}} minutos.",
    review: "Revisar primero",
    nameOf: "Sala aparte {{n}}",
    count_one: "{{count}} persona",
    count_other: "{{count}} personas",
    mix: "Mezclar de nuevo",
    stays: "Se queda con el grupo",
    open: "Abrir las salas aparte",
    names: "Roble, Tilo, Olmo, Serbal, Aliso, Haya, Alerce, Tejo, Chopo, Castaño",
    youAreHere: "usted está aquí",
    go: "Ir allí",
    goTo: "Ir a {{name}}",
    nobody: "No hay nadie allí.",
    move: "Sala de {{name}}",
    moveGo: "Mover",
    recall: "Llamar a todos de vuelta",
    recallTitle: "¿Llamar a todos de vuelta?",
    recallLead:
      "Todos ven correr un minuto y pueden terminar su frase. O todos vuelven en el acto.",
    recallMinute: "Vuelta en un minuto",
    recallNow: "Vuelta ahora",
  },
  staffStage: {
    spotlight: "Mostrar en grande",
    unspotlight: "Mostrar a todos por igual",
    invite: "Permitir que comparta algo",
    uninvite: "Retirar la invitación a compartir",
    stopSharing: "Detener lo que comparte",
    reads: "solo lee",
    hears: "solo sonido",
  },
};
