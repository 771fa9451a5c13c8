// An export with its progress, and a way to stop it. Without scripts the browser downloads the file by itself.

const form = document.querySelector('.export-form');
const panel = document.querySelector('[data-export-progress]');
const bar = panel.querySelector('progress'), words = panel.querySelector('[data-words]'), cancel = panel.querySelector('button');
let going;

form.addEventListener('submit', event => {
  event.preventDefault();
  if (!going) download();
});
cancel.addEventListener('click', () => going?.abort());

async function download() {
  going = new AbortController();
  panel.hidden = cancel.hidden = bar.hidden = false;
  bar.removeAttribute('value');
  words.textContent = 'The file is being prepared.';
  const counted = { rows: 0, bytes: 0, total: undefined };
  const timer = setInterval(() => tell(counted), 250);
  try {
    const answer = await fetch(`${form.action}?${new URLSearchParams(new FormData(form))}`, { signal: going.signal });
    if (!answer.ok) throw new Error(await reason(answer));
    counted.total = Number(answer.headers.get('X-Total-Count') ?? NaN);
    const parts = [];
    const count = rowCounter(answer.headers.get('Content-Type')?.startsWith('text/csv'));
    const reader = answer.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      counted.bytes += part.value.length;
      counted.rows = count(part.value);
    }
    save(new Blob(parts, { type: answer.headers.get('Content-Type') ?? '' }), nameOf(answer));
    tell(counted, 'Done: ');
  } catch (error) {
    words.textContent = going.signal.aborted ? 'Cancelled; nothing was saved.'
      : error instanceof TypeError ? `The file broke off after ${counted.rows.toLocaleString('en')} rows; nothing was saved.` : error.message;
  } finally {
    clearInterval(timer);
    cancel.hidden = bar.hidden = true;
    going = undefined;
  }
}

// What stands in the file so far: the lines of JSON, those of CSV without its head and without the breaks inside of quotes.
function rowCounter(isCsv) {
  let rows = isCsv ? -1 : 0, isQuoted = false;
  return bytes => {
    for (const byte of bytes) {
      if (isCsv && byte === 0x22) isQuoted = !isQuoted;
      else if (byte === 0x0a && !isQuoted) rows++;
    }
    return Math.max(0, rows);
  };
}

function tell({ rows, bytes, total }, before = '') {
  if (total === undefined) return;
  const known = Number.isFinite(total);
  const shown = known ? Math.min(rows, total) : rows;
  if (known && total > 0) bar.value = shown / total;
  words.textContent = `${before}${shown.toLocaleString('en')}${known ? ` of ${total.toLocaleString('en')}` : ''} rows, ${size(bytes)}`;
}

function size(bytes) {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

// The API says what is wrong as an error of the graph, the site as lines.
async function reason(answer) {
  const text = await answer.text();
  try {
    return JSON.parse(text).errors[0].message;
  } catch {
    return text.length > 0 && text.length < 500 && !text.startsWith('<') ? text : `The file cannot be had now (${answer.status}).`;
  }
}

function nameOf(answer) {
  return /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'export';
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
