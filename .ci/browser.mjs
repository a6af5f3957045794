// What .ci/browser does: every page at two widths, nothing on the console, nothing serious found by axe, pictures of all of it.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';

import {chromium} from 'playwright-core';

const base = process.env.BROADSHEET;
const axe = await readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const widths = {phone: {width: 390, height: 844}, desktop: {width: 1280, height: 900}};
const article = 'council-votes-for-higher-wall-and-leaves-a-gap';

/** Opens a path in a context of its own and fails, after the visit, on whatever the browser complained about. */
async function visit(browser, {path, size, scheme = 'light', javaScriptEnabled = true}, visited) {
  const context = await browser.newContext({
    viewport: widths[size], colorScheme: scheme, javaScriptEnabled, bypassCSP: false, locale: 'en-GB',
  });
  const page = await context.newPage();
  const complaints = [];
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => complaints.push(`a dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on('request', (request) => {
    if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(base)) complaints.push(`asks ${request.url()}`);
  });
  await page.goto(base + path);
  await visited(page);
  assert.deepEqual(complaints, [], `${path} as ${size}`);
  await context.close();
}

async function picture(page, name) {
  // Pictures further down are loaded when somebody scrolls there.
  await page.evaluate(async () => {
    document.querySelectorAll('img[loading=lazy]').forEach((image) => { image.loading = 'eager'; });
    await Promise.all([...document.images].filter(({src}) => src !== '').map((image) => image.decode()));
  });
  await page.screenshot({path: `target/screenshots/${name}.png`, fullPage: true});
}

/** No violation that keeps somebody from using the page, and nothing that scrolls sideways. */
async function isFit(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ['violations']}));
  const serious = found.violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map(({html, any}) => `${html.slice(0, 200)} ${any[0]?.message ?? ''}`).join('; ')}`);
  assert.deepEqual(serious, [], `what axe finds on ${name}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide`);
}

async function landing(page, name) {
  assert.equal(await page.locator('.lines pre').count(), 3);
  await isFit(page, name);
  await picture(page, name);
}

async function problem(page, name) {
  assert.match(await page.locator('h1').innerText(), /404 Not found/);
  await isFit(page, name);
  await picture(page, name);
}

/** Opens an operation, changes a parameter and sends it. */
async function docs(page, name) {
  await page.locator('.opblock-tag').first().waitFor({timeout: 30_000});
  await isFit(page, name);
  await picture(page, name);
  await page.locator('#operations-tag-Articles button').click();
  await page.locator('#operations-Articles-listArticles .opblock-summary-control').click();
  const operation = page.locator('#operations-Articles-listArticles');
  await operation.locator('tr[data-param-name="limit"] input').fill('2');
  await operation.getByRole('button', {name: 'Execute'}).click();
  const answer = operation.locator('.live-responses-table tbody .response-col_status').first();
  await answer.waitFor();
  assert.match(await answer.innerText(), /^200/);
  await isFit(page, `${name} with an answer`);
  await operation.screenshot({path: `target/screenshots/${name}-answer.png`});
}

async function demo(page, name) {
  await page.locator('#page').waitFor();
  const texts = (selector) => page.locator(selector).allInnerTexts();
  assert.deepEqual(await texts('#breadcrumb li'), ['News', 'City']);
  assert.match(await page.title(), /^Council votes .* - The Aldhaven Courier$/);
  assert.match(await page.locator('#views').innerText(), /^[\d,]+ views$/);
  assert.match(await page.locator('#date').innerText(), /\d{4}/);
  assert.ok((await texts('#tags li')).length >= 5);
  assert.equal((await texts('#related li')).length, 10);
  assert.equal((await texts('#ranking li')).length, 8);
  assert.equal((await texts('#recommended li')).length + (await texts('#recommended-more li')).length, 8);
  const titles = await texts('#related a, #ranking a, #recommended a, #recommended-more a');
  assert.equal(new Set(titles).size, titles.length, 'no story stands twice');
  await isFit(page, name);
  await picture(page, name);
  await reactions(page);
}

/** Gives a reaction, finds it again after a reload, takes it back. */
async function reactions(page) {
  const button = page.locator('#reactions button').first();
  const state = async () => [await button.getAttribute('aria-pressed'), Number(/\((\d+)\)/.exec(await button.innerText())[1])];
  const [, before] = await state();
  await button.click();
  await page.getByText('Thank you.').waitFor();
  assert.deepEqual(await state(), ['true', before + 1]);
  await page.reload();
  await button.waitFor();
  assert.equal((await state())[0], 'true');
  await button.click();
  await page.getByText('Taken back.').waitFor();
  assert.equal((await state())[0], 'false');
}

/** What editors write is shown as they wrote it, whatever it looks like. */
async function hostile(browser) {
  const attack = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const answer = await fetch(`${base}/v1/manage/articles`, {
    method: 'POST',
    headers: {Authorization: `Bearer ${process.env.BROADSHEET_KEY}`, 'Content-Type': 'application/json'},
    body: JSON.stringify({
      title: attack, summary: attack, slug: 'hostile', section: 'news', status: 'published', body: {html: `<p>${attack}end</p>`},
    }),
  });
  assert.equal(answer.status, 201, await answer.text());
  await visit(browser, {path: '/demo/hostile', size: 'phone'}, async (page) => {
    await page.locator('#page').waitFor();
    assert.equal(await page.locator('#title').innerText(), attack);
    assert.equal(await page.locator('#body').innerText(), 'end');
    assert.equal(await page.locator('#article script, #article [onerror]').count(), 0);
  });
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  for (const size of Object.keys(widths)) {
    for (const scheme of ['light', 'dark']) {
      const name = (page) => `${page}-${size}-${scheme}`;
      await visit(browser, {path: '/', size, scheme}, (page) => landing(page, name('landing')));
      await visit(browser, {path: '/problems/not-found', size, scheme}, (page) => problem(page, name('problem')));
      await visit(browser, {path: '/docs', size, scheme}, (page) => docs(page, name('docs')));
      await visit(browser, {path: `/demo/${article}`, size, scheme}, (page) => demo(page, name('demo')));
    }
  }
  await visit(browser, {path: '/demo', size: 'desktop'}, (page) => page.locator('#page').waitFor());
  await hostile(browser);
  console.log('The pages work in Chromium at both widths, in light and in dark.');
} finally {
  await browser.close();
}
