// What makes the pages more comfortable. All that they say is there without it.

const main = document.querySelector('main');

