// Writing a log entry: a draft that survives a reload and a server that is away, a toolbar, a preview, files dropped or pasted. Without scripts the form works all the same.

const form = document.querySelector('form[data-draft]');
if (form) begin(form);

function begin(form) {
  const text = form.querySelector('textarea[name="text"]');
  const files = form.querySelector('[data-files]');
  const state = form.querySelector('[data-draft-state]');
  const place = `draft:${location.pathname}${location.search}`;
  let retry, isSending = false;

  restore();
  form.addEventListener('input', keep);
  form.addEventListener('submit', event => {
    if (event.submitter?.value === 'preview') return;
    event.preventDefault();
    send();
  });
  if (text) {
    tools(form.querySelector('[data-toolbar]'), text);
    acceptFiles(text);
  }
  files.addEventListener('change', list);
  preview();
  searchTags();

  // --- The draft ---

  function fields() {
    const kept = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !name.startsWith('__') && name !== 'act' && name !== '_handler');
    return JSON.stringify(kept);
  }

  function keep() {
    try {
      localStorage.setItem(place, fields());
      say('Draft kept in this browser.');
    } catch {
      say('This browser has no room for a draft.');
    }
  }

  function restore() {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null');
    if (!kept || document.getElementById('entry-problems')) return;
    const tags = new Set(kept.filter(([name]) => name === 'tags').map(([, value]) => value));
    for (const box of form.querySelectorAll('[name="tags"]')) box.checked = tags.has(box.value);
    for (const [name, value] of kept)
      if (name !== 'tags' && form.elements[name]) form.elements[name].value = value;
    say('This is your draft. ');
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.className = 'quiet';
    drop.textContent = 'Begin anew';
    drop.addEventListener('click', () => { localStorage.removeItem(place); location.reload(); });
    state.append(drop);
  }

  // --- Sending: the same key each time, so that an entry whose answer was lost is not written twice ---

  async function send() {
    if (isSending) return;
    isSending = true;
    clearTimeout(retry);
    keep();
    say('Sending…');
    const body = new FormData(form);
    body.set('act', 'write');
    try {
      const answer = await fetch(form.action || location.href, { method: 'POST', body, signal: AbortSignal.timeout(60000) });
      if (answer.redirected) {
        localStorage.removeItem(place);
        location.assign(answer.url);
        return;
      }
      if (answer.status >= 500) throw new Error(`${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      document.getElementById('entry-problems')?.remove();
      const problems = page.getElementById('entry-problems');
      if (problems) form.before(document.importNode(problems, true));
      // What was written without an answer, and changed since, goes on as a reply to it.
      for (const name of ['key', 'parent']) form.elements[name].value = page.querySelector(`form[data-draft] [name="${name}"]`)?.value ?? form.elements[name].value;
      keep();
      say('Not done yet; the draft is kept.');
    } catch {
      say('The logbook does not answer. The draft is kept in this browser and sent again by itself.');
      retry = setTimeout(send, 5000);
    } finally {
      isSending = false;
    }
  }

  function say(words) {
    state.textContent = words;
  }

  // --- The text ---

  function tools(bar, text) {
    const marks = [['B', 'Bold', '**', '**'], ['I', 'Italic', '*', '*'], ['<>', 'Code', '`', '`'], ['H', 'Heading', '\n## ', ''], ['•', 'List', '\n- ', ''], ['❝', 'Quote', '\n> ', ''], ['↗', 'Link', '[', '](https://)']];
    for (const [sign, name, before, after] of marks) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet';
      button.textContent = sign;
      button.title = name;
      button.setAttribute('aria-label', name);
      button.addEventListener('click', () => {
        const chosen = text.value.slice(text.selectionStart, text.selectionEnd);
        const start = text.selectionStart + before.length;
        text.setRangeText(before + chosen + after, text.selectionStart, text.selectionEnd, 'end');
        text.setSelectionRange(start, start + chosen.length);
        text.focus();
        keep();
      });
      bar.append(button);
    }
    bar.hidden = false;
  }

  function preview() {
    const area = form.querySelector('[data-preview]'), button = form.querySelector('[data-preview-button]');
    if (!text) return;
    let pending;
    const show = async () => {
      const answer = await fetch('/log-entries/preview', { method: 'POST', body: text.value });
      if (answer.ok) area.firstElementChild.innerHTML = await answer.text();
    };
    button.type = 'button';
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      area.hidden = !area.hidden;
      button.setAttribute('aria-pressed', String(!area.hidden));
      if (!area.hidden) show();
    });
    text.addEventListener('input', () => {
      clearTimeout(pending);
      if (!area.hidden) pending = setTimeout(show, 250);
    });
  }

  // --- Files ---

  function acceptFiles(target) {
    target.addEventListener('dragover', event => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); });
    target.addEventListener('drop', event => take(event, event.dataTransfer.files));
    target.addEventListener('paste', event => take(event, event.clipboardData.files));
  }

  function take(event, added) {
    if (added.length === 0) return;
    event.preventDefault();
    const all = new DataTransfer();
    for (const file of [...files.files, ...added]) all.items.add(file);
    files.files = all.files;
    list();
  }

  function list() {
    const area = form.querySelector('[data-chosen-files]');
    area.replaceChildren(...[...files.files].map((file, at) => {
      const line = document.createElement('li');
      const drop = document.createElement('button');
      drop.type = 'button';
      drop.className = 'quiet';
      drop.textContent = '×';
      drop.setAttribute('aria-label', `Leave out ${file.name}`);
      drop.addEventListener('click', () => {
        const rest = new DataTransfer();
        [...files.files].filter((_, other) => other !== at).forEach(other => rest.items.add(other));
        files.files = rest.files;
        list();
      });
      line.append(`${file.name} (${file.size.toLocaleString('en')} bytes) `, drop);
      return line;
    }));
  }

  function searchTags() {
    const search = form.querySelector('[data-tag-search]');
    search.hidden = false;
    search.addEventListener('input', event => {
      event.stopPropagation();
      const words = search.value.trim().toLowerCase();
      for (const label of form.querySelectorAll('.tag-picker .choice-list label'))
        label.hidden = !(label.textContent.toLowerCase().includes(words) || label.querySelector('input').checked);
    });
    search.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  }
}
