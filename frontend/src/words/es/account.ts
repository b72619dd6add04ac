// Words of signing in, agreements, one's account; Spanish.

import type { account as Words } from "../en/account";

export const account: typeof Words = {
  signIn: {
    title: "Le damos la bienvenida",
    lead: "Entre para ver sus grupos.",
    name: "Correo o nombre de acceso",
    password: "Contraseña",
    go: "Entrar",
    useCode: "Tengo un código de la clínica",
    usePassword: "Entrar con contraseña",
    code: "Código",
    mailCode: "Envíenme un código por correo",
    mailed: "Si conocemos esta dirección, el código va en camino. Vale diez minutos.",
    second: "Escriba el código de su aplicación de autenticación o un código de recuperación.",
    out: "Salir",
  },
  agreement: {
    title: "Por favor, lea esto",
    lead: "Cada versión se firma una vez. Espera aquí hasta que lo haga.",
    name: "Su nombre completo, como firma",
    sign: "Lo he leído y estoy de acuerdo",
    later: "Ahora no",
  },
};
