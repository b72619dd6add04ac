// Words of the day's groups; English.

export const today = {
  today: {
    title: "Hello, {{name}}",
    none: "No groups between yesterday and tomorrow.",
    noneHint: "When one is planned for you, it shows here.",
    sessions: "Your groups",
    enter: "Enter",
    look: "Look in",
    at: "{{day}}, {{from}} – {{to}}",
    today: "Today",
    tomorrow: "Tomorrow",
    yesterday: "Yesterday",
    agreements: "Before your next group",
    toSign: "“{{title}}” waits for your signature.",
    read: "Read and sign",
  },
};
