// Save is disabled while something required is blank. Whether a reason is required depends on what is changed into what; the server says so too.
for (const form of document.querySelectorAll('form[data-edit]')) {
  const button = form.querySelector('button.action');
  const check = () => {
    const reason = form.querySelector('[data-reason-for]');
    if (reason) {
      const choice = form.elements[reason.dataset.reasonFor];
      const change = `${choice.dataset.from}>${choice.value}`;
      reason.disabled = (reason.dataset.forbidden ?? '').split(' ').includes(change);
      reason.required = !reason.disabled && !(reason.dataset.optional ?? '').split(' ').includes(change);
    }
    button.disabled = [...form.querySelectorAll('[required]')].some(field => field.value.trim() === '');
  };
  form.addEventListener('input', check);
  check();
}
