// Lets every field of the CMS take its direction from the words in it, also those added later.
const FIELDS = 'input[type="text"]:not([dir]), input[type="search"]:not([dir]), textarea:not([dir])';

const followWords = (root) => {
  for (const field of root.querySelectorAll(FIELDS)) {
    field.dir = "auto";
  }
};

followWords(document);
new MutationObserver((records) => {
  for (const record of records) {
    for (const node of record.addedNodes) {
      if (node instanceof Element) followWords(node.parentElement ?? node);
    }
  }
}).observe(document.body, { childList: true, subtree: true });
