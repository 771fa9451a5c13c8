'use strict';

// The explorer takes no query from its address. This page adds the query in its own address (#query=...&variables=...&name=...)
// to the explorer's storage as a new tab, then goes there. It knows the storage of the explorer's version 18.0.0, which the lock
// file pins; where the storage looks different, the page shows the query for copying instead.

const databaseName = 'banana-cake-pop';
const databaseVersion = 22;
const workspaceId = 'local';
const longestWaitMilliseconds = 20000;

const parameters = new URLSearchParams(location.hash.slice(1));
const query = parameters.get('query') ?? '';
const variables = parameters.get('variables') ?? '';
const name = parameters.get('name') ?? 'query';

openQuery().then(() => location.replace('./'), showForCopying);

async function openQuery() {
  if (!await hasStorage()) await letExplorerSettle();
  const database = await answerOf(indexedDB.open(databaseName));
  try {
    await addTab(database.transaction(['item', 'attachment', 'tab'], 'readwrite'));
  } finally {
    database.close();
  }
}

async function hasStorage() {
  const databases = await indexedDB.databases();
  return databases.some(d => d.name === databaseName && d.version === databaseVersion);
}

/** On a first visit the explorer makes its storage and installs its worker, and once that runs, reloads itself. */
async function letExplorerSettle() {
  const explorer = document.createElement('iframe');
  explorer.src = './';
  document.body.append(explorer);
  const end = Date.now() + longestWaitMilliseconds;
  while (Date.now() < end && !(await hasStorage() && await hasWorker())) await new Promise(resolve => setTimeout(resolve, 100));
  explorer.remove();
  if (!await hasStorage()) throw new Error('The explorer did not create its storage in time.');
}

/** Only sites with a secure address have workers. */
async function hasWorker() {
  return !navigator.serviceWorker || Boolean((await navigator.serviceWorker.getRegistration('./'))?.active);
}

async function addTab(transaction) {
  const tabs = transaction.objectStore('tab');
  const state = await answerOf(tabs.get(workspaceId))
    ?? { workspaceId, activeTabId: null, previewTabId: null, tabs: [], history: [], untitledDocumentIds: [] };
  const id = await findTab(transaction, state) ?? addDocument(transaction, state);
  tabs.put({ ...state, activeTabId: id, history: [id, ...state.history.filter(other => other !== id)] });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The tab that shows this query already, so that following a link twice does not open two. */
async function findTab(transaction, state) {
  for (const { id } of state.tabs) {
    const content = await answerOf(transaction.objectStore('attachment').get([id, 'document-content']));
    if (content && content.body === query && (content.variables ?? '') === variables) return id;
  }
  return null;
}

function addDocument(transaction, state) {
  const id = 'doc|' + Array.from(crypto.getRandomValues(new Uint8Array(21)), byte => (byte % 36).toString(36)).join('');
  const owner = { itemId: id, workspaceId: null };
  transaction.objectStore('item').put({ id, workspaceId: null, kind: 'new-document', name, isDraft: false });
  const attachments = transaction.objectStore('attachment');
  attachments.put({ ...owner, kind: 'document-content', body: query, variables, hash: id });
  attachments.put({
    ...owner,
    kind: 'connection-settings',
    http: { endpoint: endpoint(), includeCookies: false, useGet: false, useTunnel: false },
    hash: id,
  });
  state.tabs.push(tab(id));
  return id;
}

function tab(id) {
  return {
    id,
    name,
    kind: 'document',
    activeViewId: 'operations',
    activeOperationCompanionViewId: 'builder',
    activeOperationsSettingsViewId: 'variables',
    activeResponseViewId: 'json',
    activeSchemaReferenceViewId: 'default',
    isHistory: false,
    isNew: true,
    hasChanges: true,
    isOperationCompanionCollapsed: false,
    isOperationsSettingsPaneCollapsed: variables === '',
    isResponseEntriesPaneCollapsed: true,
    operationsSettingsPaneHeight: 200,
    responseEntriesPaneHeight: 200,
    focusedElement: 'operations-editor',
    showTracingExtension: true,
    activeOperation: 0,
  };
}

/** The address of the API: the folder that this page lies in. */
function endpoint() {
  return new URL('.', location.href).href.replace(/\/$/, '');
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function showForCopying() {
  document.getElementById('query').textContent = query;
  document.getElementById('variables').textContent = variables;
  document.getElementById('progress').hidden = true;
  document.getElementById('by-hand').hidden = false;
}
