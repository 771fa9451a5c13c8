// Fills a menu with what it offers when it is opened.
for (const menu of document.querySelectorAll('details[data-fetch]')) {
  menu.addEventListener('toggle', async () => {
    if (!menu.open) return;
    const answer = await fetch(menu.dataset.fetch).catch(() => undefined);
    if (answer?.ok) menu.querySelector('[data-fetched]').innerHTML = await answer.text();
  });
}
