// The web app's encryption between devices, for the page of the tests.

import { Encryption } from "../../../../frontend/src/media/encryption/encryption";
import { codecs, configuration } from "../../../../frontend/src/media/encryption/support";

window.lab = { Encryption, codecs, configuration };
