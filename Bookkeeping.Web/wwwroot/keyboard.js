// Keys that lead through the site. What a key does stands on the page: data-press="g r" on a link, a button or a field names the keys that press it.
// Everything they do can be done without them.

const chordTime = 1500;
const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const rowLink = 'th[scope="row"] a, td:first-child a';

let begun = { keys: '', at: -chordTime };

const isVisible = element => element.checkVisibility();

const table = () => {
  const focused = document.activeElement?.closest('.table-box')?.querySelector('table.rows');
  const lists = [...document.querySelectorAll('main .table-box.list table.rows'), ...document.querySelectorAll('main table.rows')];
  return focused ?? lists.find(isVisible);
};

const linksOf = rows => [...rows.tBodies].flatMap(body => [...body.rows]).map(row => row.querySelector(rowLink)).filter(link => link && isVisible(link));

// Moves the focus to the link of the next row or of the one before; from outside the table to the first or the last.
const step = forward => {
  const rows = table();
  if (!rows) return false;
  const links = linksOf(rows);
  const here = links.findIndex(link => link.closest('tr').contains(document.activeElement));
  const next = links[here < 0 ? (forward ? 0 : links.length - 1) : here + (forward ? 1 : -1)];
  if (!next) return here >= 0;
  next.focus({ preventScroll: true });
  next.closest('tr').scrollIntoView({ block: 'nearest' });
  return true;
};

// Arrows scroll the page, so they walk through rows only where the rows are the page, or have the focus.
const arrowsWalk = () => document.activeElement?.closest('.table-box') != null
  || (document.activeElement === document.body && document.querySelector('main .table-box.list') != null);

// Turns the pages of a list by the links that do so.
const turn = direction => {
  const link = document.querySelector(`main a[rel="${direction}"]`);
  link?.click();
  return link != null;
};

const walks = {
  j: () => step(true),
  k: () => step(false),
  ']': () => turn('next'),
  '[': () => turn('prev'),
  ArrowDown: () => arrowsWalk() && step(true),
  ArrowUp: () => arrowsWalk() && step(false),
};

const press = element => {
  if (element.matches(fields)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
};

const follow = event => {
  if (event.defaultPrevented || event.isComposing || event.repeat && !(event.key in walks)) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest?.(fields) || document.querySelector('dialog[open]')) return;
  if (['Shift', 'CapsLock'].includes(event.key)) return;
  const before = event.timeStamp - begun.at < chordTime ? begun.keys + ' ' : '';
  const keys = before + event.key;
  begun = { keys: '', at: -chordTime };
  const bearers = [...document.querySelectorAll('[data-press]')];
  const bearer = bearers.find(element => element.dataset.press === keys);
  if (bearer) {
    event.preventDefault();
    press(bearer);
  } else if (bearers.some(element => element.dataset.press.startsWith(keys + ' '))) {
    begun = { keys, at: event.timeStamp };
  } else if (walks[keys]?.()) {
    event.preventDefault();
  }
};

document.addEventListener('click', event => {
  const opener = event.target.closest?.('[data-opens]');
  const sheet = opener && document.getElementById(opener.dataset.opens);
  if (sheet && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    sheet.showModal();
  }
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target) || opener) menu.open = false;
  }
});

document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.activeElement?.closest('details.menu[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

if (document.documentElement.dataset.keys !== 'off') document.addEventListener('keydown', follow);
