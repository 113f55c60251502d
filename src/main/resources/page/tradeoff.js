// What makes the pages more comfortable. All that they say is there without it, and what others wrote is only ever put in as text.

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// ---- Search as you type (ARIA 1.2: combobox with a list) -----------------------------------------------------------

const PAUSE = 120;
const OFFERED = 8;

/** The page of what the API's address names. */
const pageOf = hit => {
  if (hit.kind === 'comparison') return `/comparisons/${hit.slug}`;
  if (hit.kind === 'technology') return `/technologies/${hit.slug}`;
  return `/comparisons/${hit.comparison}#${hit.kind}s/${hit.slug}`;
};

const marked = (text, spans) => {
  const pieces = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(at, start), element('mark', { textContent: text.slice(start, end) }));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
};

const offerWhileTyping = form => {
  const field = form.querySelector('input');
  const list = element('ul', { id: 'offers', className: 'offers', hidden: true });
  const said = element('div', { className: 'aside' });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'What is found');
  said.setAttribute('role', 'status');
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false',
  })) field.setAttribute(name, value);
  form.append(list, said);

  let timer, asking, chosen = -1;

  const choose = index => {
    const items = [...list.children];
    chosen = items.length ? (index + items.length) % items.length : -1;
    items.forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
    if (chosen < 0) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', items[chosen].id);
      items[chosen].scrollIntoView({ block: 'nearest' });
    }
  };
  const show = isShown => {
    list.hidden = !isShown;
    field.setAttribute('aria-expanded', String(isShown));
    if (!isShown) {
      chosen = -1;
      field.removeAttribute('aria-activedescendant');
    }
  };
  const go = item => {
    show(false);
    location.assign(item.dataset.href);
  };
  const item = (hit, i) => {
    const title = element('b', { dir: 'auto' }, ...marked(hit.title, hit.highlights.filter(h => h.field === 'title')));
    const where = hit.comparison ? `${hit.kind.replace('-', ' ')} in ${hit.comparison}` : hit.kind;
    const made = element('li', { id: `offer-${i}` }, title, element('small', { textContent: where }));
    made.setAttribute('role', 'option');
    made.setAttribute('aria-selected', 'false');
    made.dataset.href = pageOf(hit);
    return made;
  };
  const ask = async () => {
    asking?.abort();
    const words = field.value.trim();
    if (!words) {
      show(false);
      return;
    }
    asking = new AbortController();
    try {
      const address = `/api/v1/search?limit=${OFFERED}&q=${encodeURIComponent(words)}`;
      const answer = await fetch(address, { signal: asking.signal });
      if (!answer.ok) return;
      const found = await answer.json();
      list.replaceChildren(...found.items.map(item));
      show(found.items.length > 0);
      said.textContent = found.items.length
        ? `${found.items.length} found, choose with the arrow keys`
        : 'Nothing found';
    } catch (failure) {
      if (failure.name !== 'AbortError') show(false); // Enter still asks the server
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      show(false);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) ask();
      else {
        event.preventDefault();
        choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
      }
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      go(list.children[chosen]);
    }
  });
  list.addEventListener('mousedown', event => event.preventDefault()); // the field keeps the focus
  list.addEventListener('click', event => {
    const clicked = event.target.closest('li');
    if (clicked) go(clicked);
  });
  form.addEventListener('focusout', event => {
    if (!form.contains(event.relatedTarget)) show(false);
  });
};

// ---- Tables that are sorted and filtered ---------------------------------------------------------------------------

const order = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });

const valueOf = (row, column, isNumber) => {
  const cell = row.cells[column];
  const text = (cell.dataset.v ?? cell.textContent).trim();
  return isNumber ? (text === '' ? NaN : Number(text)) : text;
};

/** What has no value stands last, whichever way it is sorted. */
const compare = (a, b, isNumber, direction) => {
  if (isNumber) {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
    return direction * (a - b);
  }
  return direction * order.compare(a, b);
};

const makeSortable = table => {
  const body = table.tBodies[0];
  const asWritten = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const sort = (head, column) => {
    const isNumber = head.dataset.sort === 'number';
    const first = isNumber ? 'descending' : 'ascending';
    const second = isNumber ? 'ascending' : 'descending';
    const was = head.getAttribute('aria-sort');
    const is = was === 'none' ? first : was === first ? second : 'none';
    heads.forEach(other => other.setAttribute('aria-sort', 'none'));
    head.setAttribute('aria-sort', is);
    const direction = is === 'ascending' ? 1 : -1;
    const rows = is === 'none'
      ? asWritten
      : asWritten
        .map(row => [valueOf(row, column, isNumber), row])
        .sort(([a], [b]) => compare(a, b, isNumber, direction))
        .map(([, row]) => row);
    body.append(...rows);
  };
  heads.forEach((head, column) => {
    const button = element('button', { type: 'button' }, ...head.childNodes);
    button.addEventListener('click', () => sort(head, column));
    head.append(button);
    head.setAttribute('aria-sort', 'none');
  });
};

const makeFilterable = form => {
  const rows = [...document.getElementById(form.dataset.filter).tBodies[0].rows];
  const texts = rows.map(row => row.textContent.toLowerCase());
  const said = form.querySelector('output');
  const filter = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const topic = form.elements.topic?.value ?? '';
    rows.forEach((row, i) => {
      const isTopic = !topic || row.dataset.topic === topic;
      row.hidden = !isTopic || !words.every(word => texts[i].includes(word));
    });
    const shown = rows.filter(row => !row.hidden).length;
    said.textContent = shown === rows.length ? '' : `${shown} of ${rows.length} shown`;
  };
  form.addEventListener('input', filter);
  form.addEventListener('submit', event => event.preventDefault());
  form.hidden = false;
  filter();
};

document.querySelectorAll('form.find').forEach(offerWhileTyping);
document.querySelectorAll('table[data-sortable]').forEach(makeSortable);
document.querySelectorAll('form[data-filter]').forEach(makeFilterable);
