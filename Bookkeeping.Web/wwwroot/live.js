// Keeps an open page up to date: the server says what was changed, the page reads itself again, and what differs is put in place. Scroll, selection, focus and
// half-typed text stay: forms are left alone, unchanged nodes are not touched, and new rows wait for a click where they would push away what is being read.

const content = document.getElementById('content');
const watch = [...document.querySelectorAll('template[data-live]')].map(mark => mark.dataset.live).join(',');
const leastPause = 1000;
const longestPause = 10000;
const answerTimeout = 15000;

let skew = Date.now() - Date.parse(content?.dataset.now ?? new Date().toISOString());
let source, cursor = content?.dataset.liveAfter ?? '', lastHeard = Date.now(), silence = 9000, failures = 0;
let isReading = false, isStale = false, nextRead = 0, timer, waiting;

if (content && watch) {
  connect();
  setInterval(check, 1000);
  document.addEventListener('visibilitychange', () => { if (!document.hidden && isStale) readSoon(0); });
}
setInterval(countOn, 1000);

// --- The connection -----------------------------------------------------------------------------

function connect() {
  source?.close();
  source = new EventSource(`/live?watch=${encodeURIComponent(watch)}&after=${encodeURIComponent(cursor)}`);
  source.addEventListener('beat', event => heard(event));
  source.addEventListener('change', event => {
    heard(event);
    isStale = true;
    readSoon(Math.random() * 250);
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, pause());
  });
}

function heard(event) {
  lastHeard = Date.now();
  if (event.lastEventId) cursor = event.lastEventId;
  if (event.type === 'beat' && event.data) silence = 2 * Number(event.data) + 1000;
  tell('connection', '');
}

function check() {
  if (Date.now() - lastHeard > (source.readyState === EventSource.OPEN ? silence : 3000)) {
    tell('connection', 'Connection lost: this page is not up to date. It catches up by itself.');
    if (source.readyState === EventSource.OPEN) connect();
  }
}

function pause() {
  failures = Math.min(failures + 1, 5);
  return Math.min(longestPause, leastPause * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
}

// --- Reading the page again ---------------------------------------------------------------------

function readSoon(delay) {
  if (isReading || document.hidden || timer) return;
  timer = setTimeout(read, Math.max(delay, nextRead - Date.now()));
}

async function read() {
  timer = undefined;
  isReading = true;
  isStale = false;
  let again = 0;
  try {
    const answer = await fetch(location.href, { headers: { 'Bookkeeping-Watch': encodeURI(watch) }, signal: AbortSignal.timeout(answerTimeout) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('content');
    if (!page || answer.status >= 500) throw new Error(`${answer.status}`);
    // What was rendered for another screen is a little older.
    skew = Date.now() - Date.parse(page.dataset.now) - 1000 * Number(answer.headers.get('Age') ?? 0);
    failures = 0;
    show(page, false);
    tell('reading', '');
  } catch {
    isStale = true;
    again = pause();
    tell('reading', 'The logbook does not answer: this page is not up to date. It catches up by itself.');
  } finally {
    isReading = false;
    nextRead = Date.now() + leastPause;
    if (isStale) readSoon(again);
  }
}

function show(page, isWanted) {
  const whole = page.cloneNode(true);
  const lists = new Map([...page.querySelectorAll('[data-list]')].map(list => [list.dataset.list, list]));
  const held = isWanted ? 0 : [...content.querySelectorAll('[data-list]')].reduce((sum, list) => sum + hold(list, lists.get(list.dataset.list)), 0);
  waiting = held ? whole : undefined;
  morphChildren(content, page);
  offer(held);
}

// New rows of a list that is scrolled, or not at its beginning, wait. Returns how many.
function hold(list, next) {
  if (!next) return 0;
  if (list.dataset.first) return Math.max(0, Number(next.dataset.total) - Number(list.dataset.seen ??= list.dataset.total));
  const rows = list.querySelector('tbody'), wanted = next.querySelector('tbody');
  if (!rows || !wanted || list.scrollTop < 8) return 0;
  const known = new Map([...rows.children].map(row => [row.dataset.key, row]));
  const fresh = [...wanted.children].filter(row => !known.has(row.dataset.key));
  for (const row of fresh) row.remove();
  // As many rows fell off the end as new ones came: they are still there to be read.
  const kept = new Set([...wanted.children].map(row => row.dataset.key));
  const gone = [...rows.children].filter(row => !kept.has(row.dataset.key));
  for (const row of gone.slice(-fresh.length || gone.length)) wanted.append(row.cloneNode(true));
  return fresh.length;
}

function offer(count) {
  document.querySelector('.live-new')?.remove();
  const list = count && content.querySelector('[data-list]');
  if (!list) return;
  const first = list.dataset.first;
  const button = document.createElement(first ? 'a' : 'button');
  button.className = 'live-new';
  button.setAttribute('role', 'status');
  button.textContent = `${count} new`;
  if (first) button.href = first;
  else button.addEventListener('click', () => {
    list.scrollTop = 0;
    show(waiting, true);
  });
  list.before(button);
}

// --- Putting in place what differs --------------------------------------------------------------

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.dataset.key ?? (node.id || undefined) : undefined;
}

function morphChildren(have, want) {
  const wanted = [...want.childNodes];
  const wantedKeys = new Set(wanted.map(keyOf).filter(Boolean));
  const keyed = new Map();
  for (const child of [...have.childNodes]) {
    const key = keyOf(child);
    if (key && !wantedKeys.has(key)) child.remove();
    else if (key) keyed.set(key, child);
  }
  let at = have.firstChild;
  for (const next of wanted) {
    while (at && at.nodeType === Node.ELEMENT_NODE && at.classList.contains('live-new')) at = at.nextSibling;
    const key = keyOf(next);
    const same = key ? keyed.get(key) : at && !keyOf(at) && at.nodeType === next.nodeType && at.nodeName === next.nodeName ? at : undefined;
    if (!same) {
      const added = have.insertBefore(document.importNode(next, true), at);
      if (key && added.nodeName === 'TR') added.classList.add('is-fresh');
    } else {
      if (same === at) at = at.nextSibling;
      else have.insertBefore(same, at);
      morph(same, next);
    }
  }
  while (at) {
    const rest = at;
    at = at.nextSibling;
    if (!rest.classList?.contains('live-new')) rest.remove();
  }
}

function morph(have, want) {
  if (have.nodeType !== Node.ELEMENT_NODE) {
    if (have.nodeValue !== want.nodeValue) have.nodeValue = want.nodeValue;
    return;
  }
  if (have.isEqualNode(want)) return;
  if (have.matches('form, [data-own]')) return;
  if (have.nodeName === 'TR') refresh(have, want);
  for (const { name } of [...have.attributes])
    if (!want.hasAttribute(name) && name !== 'open' && name !== 'data-seen') have.removeAttribute(name);
  for (const { name, value } of want.attributes)
    if (name !== 'open' && have.getAttribute(name) !== value) have.setAttribute(name, value);
  morphChildren(have, want);
}

// A row whose words are other ones lights up; one whose duration went on does not.
function refresh(have, want) {
  const words = row => [...row.cells].filter(cell => !cell.querySelector('[data-since]')).map(cell => cell.textContent.trim().replace(/\s+/g, ' ')).join('|');
  const changes = words(have) !== words(want);
  have.classList.remove('is-fresh');
  if (!changes) return;
  void have.offsetWidth;
  want.classList.add('is-fresh');
}

// --- Words on the screen ------------------------------------------------------------------------

function tell(topic, words) {
  const id = `live-${topic}`;
  const known = document.getElementById(id);
  if (!words) known?.remove();
  else if (!known) {
    const notice = document.createElement('div');
    notice.id = id;
    notice.className = 'live-lost';
    notice.setAttribute('role', 'status');
    notice.textContent = words;
    document.body.append(notice);
  }
}

function countOn() {
  for (const element of document.querySelectorAll('[data-since]')) {
    const seconds = Math.max(0, Math.floor((Date.now() - skew - Date.parse(element.dataset.since)) / 1000));
    const text = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(part => String(part).padStart(2, '0')).join(':');
    if (element.textContent !== text) element.textContent = text;
  }
}
