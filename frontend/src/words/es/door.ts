// Words of the way into a room: questions, check-in, waiting; Spanish.

import type { door as Words } from "../en/door";

export const door: typeof Words = {
  door: {
    scheduledHint: "Deje esta página abierta. Cambia por sí sola.",
    question: "Pregunta {{n}} de {{of}}",
    staffSee: "Solo los facilitadores ven esto.",
    recordSees: "Los facilitadores ven esto. El registro guarda que respondió, no qué.",
    stateSees:
      "Los facilitadores ven esto. El registro guarda el estado, porque las licencias dependen de él.",
    state: "¿En qué estado se encuentra ahora?",
    stateHint: "Por ejemplo, AZ o Arizona.",
    location: "¿Dónde está?",
    locationHint: "Calle y número. Si le pasa algo, la ayuda puede encontrarle.",
    callback: "¿A qué número podemos llamarle?",
    callbackHint: "Llamamos solo si se corta o si nos necesita.",
    alone: "¿Nadie más puede oír ni ver al grupo donde está?",
    headphones: "¿Usa audífonos?",
    sober: "¿Está sobrio o sobria ahora mismo?",
    not_driving: "¿Está estacionado, o fuera de un auto?",
    agreements: "Lo que se dice en el grupo se queda en el grupo. ¿Está de acuerdo?",
    yes: "Sí",
    no: "No",
    honest:
      "Gracias por decirlo. Puede tocar igualmente; un facilitador lo verá primero con usted.",
    driving:
      "Por favor, deténgase primero en un lugar seguro. Le guardamos su lugar en la sala de espera.",
    review: "Todo listo para tocar",
    reviewHint: "En este grupo se llama {{name}}. Su nombre se queda con el personal.",
    knock: "Tocar a la puerta",
    alias:
      "Un alias oculta su nombre, no su cara ni su voz. No grabamos nada; no podemos impedir que otros lo hagan.",
    enterStaff: "Pasar",
    staffLead: "Está asignado a este grupo.",
    openDoor: "Abrir la puerta ahora",
  },
  waiting: {
    title: "Está en la sala de espera",
    seat: "Su lugar en el círculo está libre.",
    incomplete:
      "Antes de pasar queda algo por hacer: firme lo que espera o responda de nuevo a las preguntas.",
    answerAgain: "Responder de nuevo",
    alive: "Hay conexión. Un facilitador le dejará pasar; no tiene que hacer nada.",
    leave: "Salir de la sala de espera",
  },
  outside: {
    left: "Ha salido del grupo",
    leftHint: "Puede tocar de nuevo mientras siga en curso.",
    refused: "Un facilitador no le dejó pasar esta vez",
    refusedHint: "Puede llamar a la clínica por teléfono.",
    removed: "Por ahora está fuera del grupo",
    removedHint: "Un facilitador puede dejarle volver. Puede llamar a la clínica por teléfono.",
    knockAgain: "Tocar de nuevo",
  },
};
