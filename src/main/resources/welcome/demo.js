/**
 * A reader's page from one answer of Broadsheet: GET /v1/articles/{ref}/page. It shows how little a frontend needs; take what is
 * of use. Every text is set as text, never as markup. The one exception is the article's body, which is HTML that the API has
 * cleaned; the policy below is the only place that may turn a string into markup, and the page's Content-Security-Policy sees
 * to that.
 */
const markup = globalThis.trustedTypes
  ? trustedTypes.createPolicy('article-body', {createHTML: (html) => html})
  : {createHTML: (html) => html};
const LARGE_CARDS = 3;

const at = (id) => document.getElementById(id);
const api = (path) => `/v1/articles/${encodeURIComponent(path)}`;

/** An element with its properties and children. */
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** What the API answers; an error is a problem document with a title and a detail for people. */
async function ask(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({title: `The server answered ${answer.status}.`}));
    throw new Error(problem.detail || problem.title);
  }
  return answer;
}

function show(page) {
  const {site, breadcrumb, article, counters, related, ranking, recommendations} = page;
  const numbers = new Intl.NumberFormat(site.language);
  const dates = new Intl.DateTimeFormat(site.language, {dateStyle: 'long', timeStyle: 'short', timeZone: site.timeZone});

  document.title = `${article.title} - ${site.name}`;
  at('site').textContent = site.name;
  at('today').textContent = new Intl.DateTimeFormat(site.language, {dateStyle: 'full', timeZone: site.timeZone}).format();
  at('breadcrumb').replaceChildren(...breadcrumb.map((section) => make('li', {}, listLink('section', section))));

  at('article').lang = article.lang;
  at('title').textContent = article.title;
  at('summary').textContent = article.summary ?? '';
  at('authors').textContent = article.authors.map((author) => author.name).join(', ');
  at('date').textContent = dates.format(new Date(article.publishedAt));
  at('date').dateTime = article.publishedAt;
  at('views').textContent = `${numbers.format(counters.views)} views`;
  at('reading').textContent = `${article.body.readingMinutes} min read`;
  at('body').innerHTML = markup.createHTML(article.body.html);
  at('tags').replaceChildren(...article.tags.map((tag) => make('li', {}, listLink('tag', tag))));
  showPicture(article.image);
  showSource(article.source);
  showReactions(article, counters, numbers);

  showRanking(ranking, dates);
  at('related').replaceChildren(...related.items.map((item) => headline(item.article)));
  const recommended = recommendations.items.map((item) => item.article);
  at('recommended').replaceChildren(...recommended.slice(0, LARGE_CARDS).map(card));
  at('recommended-more').replaceChildren(...recommended.slice(LARGE_CARDS).map(headline));
  at('beside').replaceChildren(...neighbour('Previous', page.previous), ...neighbour('Next', page.next));
}

/** Sections and tags lead to the list that their page would show. */
function listLink(parameter, {slug, name}) {
  return make('a', {href: `/v1/articles?${parameter}=${encodeURIComponent(slug)}&pretty`, textContent: name});
}

function link(article) {
  return {href: `/demo/${encodeURIComponent(article.slug)}`, textContent: article.title, lang: article.lang};
}

function fill(template, article) {
  const item = at(template).content.firstElementChild.cloneNode(true);
  Object.assign(item.querySelector('a'), link(article));
  item.querySelector('.kicker').textContent = article.section.name;
  return item;
}

const headline = (article) => fill('headline', article);

function card(article) {
  const item = fill('card', article);
  const summary = item.querySelector('.summary');
  Object.assign(summary, {textContent: article.summary ?? '', lang: article.lang});
  picture(item.querySelector('img'), article.image);
  return item;
}

/** The width and the height let the page keep still while the picture loads. */
function picture(element, image) {
  if (image === null) {
    element.remove();
    return;
  }
  Object.assign(element, {alt: image.alt ?? '', src: image.url});
  if (image.width && image.height) {
    Object.assign(element, {width: image.width, height: image.height});
  }
}

function showPicture(image) {
  at('picture').hidden = image === null;
  if (image !== null) {
    picture(at('picture').querySelector('img'), image);
    at('picture').querySelector('figcaption').textContent = image.credit ?? '';
  }
}

function showSource(source) {
  at('source').hidden = source === null;
  if (source !== null) {
    const isAddress = /^https?:/.test(source.url ?? '');
    at('source').append('Source: ', isAddress ? make('a', {href: source.url, textContent: source.name}) : source.name);
  }
}

function showRanking(ranking, dates) {
  const metric = ranking.metric.replaceAll('-', ' ');
  at('ranking-note').textContent = `${metric}, ${ranking.window.name}, as of ${dates.format(new Date(ranking.asOf))}`;
  at('ranking').replaceChildren(...ranking.items.map((item) => headline(item.article)));
}

function neighbour(label, article) {
  return article === null ? [] : [make('p', {}, make('span', {textContent: label}), make('a', link(article)))];
}

/** Buttons that give a reaction and take it back. A reader is a random id, which stays in this browser. */
function showReactions(article, counters, numbers) {
  const mine = new Set(remembered(article.id) ?? []);
  const buttons = counters.reactions.map((reaction) => {
    const button = make('button', {type: 'button'});
    const label = () => {
      button.setAttribute('aria-pressed', mine.has(reaction.kind));
      button.textContent = `${reaction.label} (${numbers.format(reaction.count)})`;
    };
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await react(article, reaction, mine);
        at('said').textContent = mine.has(reaction.kind) ? 'Thank you.' : 'Taken back.';
      } catch (failure) {
        at('said').textContent = failure.message;
      }
      button.disabled = false;
      label();
      button.focus();
    });
    label();
    return button;
  });
  at('reactions').replaceChildren(...buttons);
}

/** PUT counts a reader once however often it is sent, so that a retry does no harm; DELETE takes it back. */
async function react(article, reaction, mine) {
  const path = `${api(article.id)}/reactions/${encodeURIComponent(reaction.kind)}/${reader()}`;
  if (mine.has(reaction.kind)) {
    await ask(path, {method: 'DELETE'});
    mine.delete(reaction.kind);
    reaction.count -= 1;
  } else {
    const counters = await (await ask(path, {method: 'PUT'})).json();
    reaction.count = counters.reactions.find(({kind}) => kind === reaction.kind).count;
    mine.add(reaction.kind);
  }
  remember(article.id, [...mine]);
}

function reader() {
  const known = remembered('reader') ?? uuid();
  remember('reader', known);
  return known;
}

/** A random UUID; browsers offer their own only where the page came over TLS or from this machine. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Some browsers keep nothing, or say no; then nothing is remembered. */
function remembered(name) {
  try {
    return JSON.parse(localStorage.getItem(`broadsheet.${name}`));
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`broadsheet.${name}`, JSON.stringify(value));
  } catch {
    // It is only forgotten.
  }
}

/** Tells that the article was seen, once somebody sees it: a page may be loaded in the background. */
function countView(article) {
  const tell = () => {
    if (document.visibilityState === 'visible') {
      document.removeEventListener('visibilitychange', tell);
      navigator.sendBeacon(`${api(article.id)}/views`);
    }
  };
  document.addEventListener('visibilitychange', tell);
  tell();
}

function tellHow(answer, path, bytes) {
  const cost = /desc="(\d+) statements"/.exec(answer.headers.get('Server-Timing') ?? '');
  const size = `${Math.ceil(bytes / 1024)} KiB of JSON`;
  at('request').replaceChildren(
    'Everything above comes from one request: ',
    make('code', {textContent: `GET ${path}`}),
    cost ? `, ${size}, ${cost[1]} SQL statements, whatever the boxes hold.` : `, ${size}, from memory.`);
  at('json').href = `${path}?pretty`;
}

async function load() {
  const ref = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  if (ref === '') {
    throw new Error('No article is published yet.');
  }
  const answer = await ask(`${api(ref)}/page`);
  const text = await answer.text();
  const page = JSON.parse(text);
  // A former slug led to the present one.
  history.replaceState(null, '', `/demo/${encodeURIComponent(page.article.slug)}${location.hash}`);
  show(page);
  at('page').hidden = false;
  tellHow(answer, `${api(page.article.slug)}/page`, new Blob([text]).size);
  countView(page.article);
}

try {
  await load();
} catch (failure) {
  at('notice').textContent = failure.message;
  at('notice').hidden = false;
} finally {
  at('main').removeAttribute('aria-busy');
}
