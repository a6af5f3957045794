/**
 * A frontend's way through the API, with types that come from its OpenAPI document: a path, a parameter or a field that does not
 * exist is an error of the compiler.
 */
import {randomUUID} from 'node:crypto';

import createClient from 'openapi-fetch';

import type {components, paths} from './broadsheet.js';

type Card = components['schemas']['ArticleCard'];

const client = createClient<paths>({baseUrl: process.env['BROADSHEET'] ?? 'http://localhost:8080'});

/** Errors are problem documents: `detail` is for people, `errors` names each fault. */
function unwrap<T>({data, error}: {data?: T; error?: components['schemas']['Problem']}): T {
  if (data === undefined) {
    throw new Error(`${error?.status} ${error?.title}: ${error?.detail}`);
  }
  return data;
}

function line(card: Card): string {
  return `${card.section.name}: ${card.title}`;
}

const newest = unwrap(await client.GET('/v1/articles', {params: {query: {limit: 3}}}));
console.log('== Newest');
newest.items.forEach((card) => console.log(line(card)));

const first = newest.items[0];
if (first === undefined) {
  throw new Error('Nothing is published.');
}
const page = unwrap(await client.GET('/v1/articles/{ref}/page', {params: {path: {ref: first.slug}}}));
console.log(`== ${page.breadcrumb.map((section) => section.name).join(' > ')} > ${page.article.title}`);
console.log(`${page.counters.views} views, ${page.article.body.readingMinutes} minutes to read`);
page.related.items.slice(0, 3).forEach(({article, reason}) => console.log(`  ${line(article)} (${reason})`));

console.log('== A reader reacts, twice, and counts once');
const kind = page.site.reactions[0]?.kind;
if (kind !== undefined) {
  const path = {ref: first.id, kind, reader: randomUUID()};
  const once = await client.PUT('/v1/articles/{ref}/reactions/{kind}/{reader}', {params: {path}});
  const again = await client.PUT('/v1/articles/{ref}/reactions/{kind}/{reader}', {params: {path}});
  console.log(`${once.response.status}, then ${again.response.status}`);
}

console.log('== A problem');
const {error} = await client.GET('/v1/articles/{ref}', {params: {path: {ref: 'no-such-article'}}});
console.log(`${error?.status} ${error?.title}: ${error?.detail}`);
