// Words of the way into a room: questions, check-in, waiting; English.

export const door = {
  door: {
    scheduledHint: "Leave this page open. It changes by itself.",
    question: "Question {{n}} of {{of}}",
    staffSee: "Only the facilitators see this.",
    recordSees: "The facilitators see this. The record keeps that you answered, not what.",
    stateSees:
      "The facilitators see this. The record keeps the state, because licences depend on it.",
    state: "Which state are you in right now?",
    stateHint: "For example AZ or Arizona.",
    location: "Where are you?",
    locationHint: "Street and number. If something happens to you, help can find you.",
    callback: "Which number can we call you back on?",
    callbackHint: "We call only if you drop out or need us.",
    alone: "Can nobody else hear or see the group where you are?",
    headphones: "Do you wear headphones?",
    sober: "Are you sober right now?",
    not_driving: "Are you parked, or not in a car at all?",
    agreements: "What is said in the group stays in the group. Do you agree to keep it so?",
    yes: "Yes",
    no: "No",
    honest:
      "Thank you for saying so. You can still knock; a facilitator will look at it with you first.",
    driving: "Please stop somewhere safe first. We keep your place in the waiting room.",
    review: "Ready to knock",
    reviewHint: "You go by {{name}} in this group. Your name stays with the staff.",
    knock: "Knock",
    alias:
      "An alias hides your name, not your face or voice. We record nothing; we can not stop others from doing so.",
    enterStaff: "Come in",
    staffLead: "You are assigned to this group.",
    openDoor: "Open the door now",
  },
  waiting: {
    title: "You are in the waiting room",
    seat: "Your seat in the circle is free.",
    incomplete:
      "Before you can come in, something is left to do: sign what waits, or answer the questions again.",
    answerAgain: "Answer the questions again",
    alive: "You are connected. A facilitator will let you in; you do not need to do anything.",
    leave: "Leave the waiting room",
  },
  outside: {
    left: "You have left the group",
    leftHint: "You can knock again while it runs.",
    refused: "A facilitator did not let you in this time",
    refusedHint: "You can reach the clinic by phone.",
    removed: "You are out of the group for now",
    removedHint: "A facilitator can let you back in. You can reach the clinic by phone.",
    knockAgain: "Knock again",
  },
};
