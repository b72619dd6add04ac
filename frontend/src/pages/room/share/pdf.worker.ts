// Reads PDFs apart from the page, so that a long one does not hold it up.

import "pdfjs-dist/legacy/build/pdf.worker.min.mjs";
