// Asks for the answer again whenever a field changes. The form, sent without this, leads to the same.

const PAUSE = 150; // milliseconds without a change

const TOO_LONG = 414;

const form = document.getElementById('requirements');
const summary = document.getElementById('summary');
let waiting;
let asking;

/** What the form says, without what it leaves open and without the ways of weighing that don't count. */
function query() {
  const data = new FormData(form);
  const by = data.get('by');
  const other = { weights: /^weight\[/, priorities: /^priorities$/, pairwise: /^pairwise$/ };
  const said = new URLSearchParams();
  for (const [name, value] of data) {
    const counts = Object.entries(other).every(([way, names]) => way === by || !names.test(name));
    if (counts && value.trim() !== '') said.append(name, value);
  }
  return said;
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const response = await fetch(`${form.dataset.answer}?${query()}`, { signal, headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const answer = page.getElementById('answer');
    if (answer) show(answer);
    else regret(response.status === TOO_LONG ? 'You ask for more than an address can say.' : 'The service gave no answer.');
  } catch {
    if (!signal.aborted) regret('The service is out of reach.');
  }
}

function regret(why) {
  document.getElementById('answer').classList.add('older');
  summary.textContent = `${why} What is shown is older than what you asked for.`;
}

/** Puts the answer in the place of the one before; what was open stays open, and who was there stays there. */
function show(answer) {
  const before = document.getElementById('answer');
  for (const open of before.querySelectorAll('details[open][id]')) {
    answer.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute('open', '');
  }
  const focused = before.contains(document.activeElement) ? document.activeElement.id : '';
  before.replaceWith(document.adoptNode(answer));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  mark(answer);
  begin(answer.dataset.beginning);
  summary.textContent = answer.dataset.summary;
  if ('query' in answer.dataset) {
    const { query: said } = answer.dataset;
    history.replaceState(null, '', location.pathname + (said ? `?${said}` : ''));
  }
}

/** Says beside each field what is wrong with it. */
function mark(answer) {
  for (const flaw of form.querySelectorAll('[data-flaw]')) {
    flaw.hidden = true;
    flaw.textContent = '';
    document.getElementById(flaw.dataset.flaw)?.removeAttribute('aria-invalid');
  }
  for (const { dataset } of answer.querySelectorAll('[data-flawed]')) {
    const id = dataset.flawed === 'use-cases' ? 'useCase' : dataset.flawed;
    const flaw = form.querySelector(`[data-flaw="${CSS.escape(id)}"]`);
    if (!flaw) continue;
    flaw.textContent = dataset.detail;
    flaw.hidden = false;
    const field = document.getElementById(id);
    if (field?.matches('input, select')) field.setAttribute('aria-invalid', 'true');
    for (let group = flaw.closest('details'); group; group = group.parentElement.closest('details')) group.open = true;
  }
}

/** Sets the sliders to the weights that count where they are nobody's own. */
function begin(weights) {
  if (!weights || form.elements.by.value !== 'profiles') return;
  for (const [factor, weight] of Object.entries(JSON.parse(weights))) weigh(factor, weight);
}

function weigh(factor, weight) {
  const field = document.getElementById(`weight-${factor}`);
  if (field) field.value = weight;
  slide(factor, weight);
}

/** A slider goes as far as its weight needs. */
function slide(factor, weight) {
  const slider = form.querySelector(`[data-weight="${CSS.escape(factor)}"]`);
  if (!slider || !Number.isFinite(Number(weight))) return;
  if (Number(weight) > Number(slider.max)) slider.max = weight;
  slider.value = weight;
}

function own() {
  if (form.elements.by.value === 'profiles') form.querySelector('#by-weights').checked = true;
}

form.addEventListener('input', ({ target }) => {
  if (target.dataset.weight) {
    document.getElementById(`weight-${target.dataset.weight}`).value = target.value;
    own();
  } else if (target.name?.startsWith('weight[')) {
    slide(target.id.slice('weight-'.length), target.value);
    own();
  } else if (target.id === 'filter') {
    filter(target.value);
    return;
  } else if (target.id === 'add') {
    prefer(target);
  } else if (target.id === 'constrain') {
    constrain(target);
    return;
  }
  soon();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const [deed, factor] = (event.submitter?.value ?? '').split(':');
  if (factor) act(deed, factor, event.submitter);
  clearTimeout(waiting);
  ask();
});

/** A copy of a template's content, of that factor. */
function made(template, factor, name) {
  const copy = document.getElementById(template).content.firstElementChild.cloneNode(true);
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll('%', factor);
  }
  for (const place of copy.querySelectorAll('.name')) place.textContent = name;
  return copy;
}

function prefer(select) {
  const { value, selectedOptions } = select;
  const order = document.getElementById('order');
  if (value && !order.querySelector(`[data-priority="${CSS.escape(value)}"]`)) {
    order.append(made('new-priority', value, selectedOptions[0].textContent));
  }
  select.value = '';
}

function constrain(select) {
  const { value, selectedOptions } = select;
  const bounds = document.getElementById('bounds');
  let bound = bounds.querySelector(`[data-bound="${CSS.escape(value)}"]`);
  if (value && !bound) {
    bound = made('new-bound', value, selectedOptions[0].textContent);
    const scale = form.querySelector(`[data-factor="${CSS.escape(value)}"] .asks`).cloneNode(true);
    bound.querySelector('.asks').replaceWith(scale);
    bounds.append(bound);
  }
  select.value = '';
  bound?.querySelector('input').focus();
}

function act(deed, factor, button) {
  const line = button.closest('li');
  if (deed === 'up') line.previousElementSibling?.before(line);
  else if (deed === 'down') line.nextElementSibling?.after(line);
  else {
    const next = line.nextElementSibling ?? line.previousElementSibling;
    const select = line.parentElement.id === 'bounds' ? 'constrain' : 'add';
    line.remove();
    (next?.querySelector('button:last-of-type') ?? document.getElementById(select)).focus();
    return;
  }
  button.focus();
}

function filter(words) {
  const wanted = words.trim().toLowerCase();
  let found = 0;
  for (const group of form.querySelectorAll('.weights .group')) {
    let any = false;
    for (const factor of group.querySelectorAll('.factor')) {
      const fits = factor.textContent.toLowerCase().includes(wanted);
      factor.hidden = !fits;
      any ||= fits;
      found += fits;
    }
    group.hidden = !any;
    if (wanted) group.open = any;
  }
  document.getElementById('found').textContent = wanted ? `${found} found` : '';
}

document.querySelector('.told').addEventListener('click', async ({ target }) => {
  if (target.id !== 'copy') return;
  const link = document.getElementById('link');
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
  } catch {
    document.execCommand('copy'); // where the address is not secure, there is no clipboard
  }
  target.textContent = 'Copied';
  summary.textContent = 'The link is copied.';
});

document.querySelector('.told').addEventListener('click', ({ target }) => {
  const field = target.closest('#flaws a') && document.getElementById(target.hash.slice(1));
  for (let group = field?.closest('details'); group; group = group.parentElement.closest('details')) group.open = true;
});

form.dataset.live = '';
