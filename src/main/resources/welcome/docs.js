// Swagger UI with what this server needs of it: its own document, no server to choose, no heading of its own.
const hidden = () => () => null;
/** A link within the button that opens an operation could not be reached; the button changes the address as well. */
const plain = (link, {React}) => ({text}) => React.createElement('span', {}, text);
const darkness = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', darkness.matches);

follow();
darkness.addEventListener('change', follow);

/** Swagger UI sends the example of every parameter; one that may be left out is better shown beside an empty field. */
function leaveOut(parameter) {
  if (!parameter.required && parameter.example !== undefined) {
    parameter.description = `${parameter.description}. For example \`${parameter.example}\`.`;
    delete parameter.example;
  }
}

async function load() {
  const spec = await (await fetch('/openapi?format=json')).json();
  const operations = Object.values(spec.paths).flatMap((path) => Object.values(path));
  operations.flatMap((operation) => operation.parameters ?? []).forEach(leaveOut);
  Object.values(spec.components.parameters).forEach(leaveOut);
  SwaggerUIBundle({
    spec,
    dom_id: '#reference',
    deepLinking: true,
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    docExpansion: 'none',
    filter: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    plugins: [() => ({wrapComponents: {InfoContainer: hidden, ServersContainer: hidden, DeepLink: plain}})],
  });
}

/** Says to those who hear the page what Swagger UI only shows, and lets a keyboard scroll what is too wide. */
function name(reference) {
  const label = (selector, text) => reference.querySelectorAll(`${selector}:not([aria-label])`)
    .forEach((element) => element.setAttribute('aria-label', text(element)));
  label('.copy-to-clipboard > button', () => 'Copy');
  label('.view-line-link button, .copy-to-clipboard button', () => 'Copy');
  label('tr[data-param-name] select', (element) => element.closest('tr').dataset.paramName);
  label('select', () => 'Example');
  label('.operation-filter-input', () => 'Filter by tag');
  reference.querySelectorAll('pre:not([tabindex])').forEach((element) => element.setAttribute('tabindex', '0'));
}

const reference = document.getElementById('reference');
new MutationObserver(() => name(reference)).observe(reference, {childList: true, subtree: true});
load();
