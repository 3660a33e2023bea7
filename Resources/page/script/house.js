'use strict';

// What the page has from its first script, and what stands where it can now be found.
const { all, make, byId, send, hear, fragment, openView, copyFigures, decode, unpacked } = document.currentScript.house;
copyFigures();
