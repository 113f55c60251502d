/*
 * Elements that show what a Tradeoff service knows, in any page:
 *
 *   <script type="module" src="https://tradeoff.example.org/embed/tradeoff.js"></script>
 *   <tradeoff-comparison slug="nodejs-vs-python-backend" factors="6"></tradeoff-comparison>
 *   <tradeoff-recommendation slug="nodejs-vs-python-backend" use-cases="startup-mvp"
 *     experience="python:expert"></tradeoff-recommendation>
 *
 * Looks: the custom properties --tradeoff-font, -ink, -soft, -ground, -edge and -accent, and the parts named below.
 * Whatever the service says is put in as text, never as markup.
 */
const SERVICE = new URL('../', import.meta.url);

const STYLE = `
:host { display: block; --ink: #1b2230; --soft: #566070; --ground: #fff; --edge: #dde2ea; --accent: #0b5d69; --track: #e8ecf2; }
:host([hidden]) { display: none; }
@media (prefers-color-scheme: dark) {
  :host { --ink: #e9edf3; --soft: #a3adbd; --ground: #151a22; --edge: #2b3340; --accent: #7fcbd6; --track: #2b3340; }
}
* { box-sizing: border-box; }
.card { font: 15px/1.5 var(--tradeoff-font, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif); color: var(--tradeoff-ink, var(--ink));
  background: var(--tradeoff-ground, var(--ground)); border: 1px solid var(--tradeoff-edge, var(--edge)); border-radius: 10px; padding: 16px;
  overflow-wrap: anywhere; }
h2 { font-size: 18px; line-height: 1.3; margin: 0; }
p { margin: 6px 0; }
.soft, caption, footer { color: var(--tradeoff-soft, var(--soft)); }
.small, caption, footer { font-size: 13px; }
.verdict { display: inline-block; vertical-align: middle; padding: 1px 10px; font-size: 14px; font-weight: 600; border-radius: 999px; background: #5b6780; color: #fff; }
.clear { background: #2a7a38; }
.fragile { background: #946200; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; margin: 10px 0; }
caption { text-align: start; padding-bottom: 4px; }
th, td { text-align: start; vertical-align: top; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--tradeoff-edge, var(--edge)); }
tbody th { font-weight: 400; min-width: 8em; }
td { font-variant-numeric: tabular-nums; overflow-wrap: normal; }
ol { list-style: none; padding: 0; margin: 10px 0; }
li { margin: 8px 0; }
.head { display: flex; justify-content: space-between; gap: 12px; }
.track { height: 8px; border-radius: 4px; background: var(--track); }
.bar { height: 8px; border-radius: 4px; background: var(--tradeoff-accent, var(--accent)); }
footer { display: flex; flex-wrap: wrap; gap: 4px 16px; justify-content: space-between; }
a { color: var(--tradeoff-accent, var(--accent)); }
button { font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 6px; padding: 4px 12px; cursor: pointer; }
:focus-visible { outline: 2px solid var(--tradeoff-accent, var(--accent)); outline-offset: 2px; border-radius: 2px; }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** An element; children are elements or text, and text stays text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) element.setAttribute(key, value);
  }
  element.append(...children.map(child => (child instanceof Node ? child : String(child ?? ''))));
  return element;
}

/** A name that somebody gave, whichever way it is written. */
const named = text => make('bdi', {}, text);

const list = text => (text ?? '').split(',').map(item => item.trim()).filter(Boolean);

/** "a:1,b:2" as pairs. */
const pairs = text => list(text).map(item => {
  const at = item.lastIndexOf(':');
  return at < 0 ? [item, ''] : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
});

class Failure extends Error {}

async function read(path, parameters, signal) {
  const address = new URL(path, SERVICE);
  for (const [name, value] of parameters) address.searchParams.append(name, value);
  let answer;
  try {
    answer = await fetch(address, { headers: { Accept: 'application/json' }, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Failure('The service cannot be reached.');
  }
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw new Failure(body?.detail ?? `The service answered with status ${answer.status}.`);
  if (!body) throw new Failure('The service answered with something that is no JSON.');
  return body;
}

class TradeoffElement extends HTMLElement {
  #card = make('section', { class: 'card', part: 'card', lang: 'en' });
  #underway = null;
  #planned = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#card);
  }

  connectedCallback() {
    this.#plan();
  }

  disconnectedCallback() {
    this.#underway?.abort();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#plan();
  }

  /** Several attributes that change at once are shown at once. */
  #plan() {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (this.isConnected) this.#show();
    });
  }

  async #show() {
    this.#underway?.abort();
    const { signal } = (this.#underway = new AbortController());
    const slug = this.getAttribute('slug')?.trim();
    if (!slug) {
      this.#fill([make('p', { part: 'failure', role: 'alert' }, 'The attribute “slug” is missing: which comparison?')], false);
      return;
    }
    this.#fill([make('p', { class: 'soft', part: 'loading', role: 'status' }, 'Loading …')], true);
    try {
      const content = await this.content(encodeURIComponent(slug), signal);
      if (!signal.aborted) this.#fill(content, false);
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
    }
  }

  #failed(error) {
    const again = make('button', { type: 'button', part: 'retry' }, 'Try again');
    again.addEventListener('click', () => this.#show());
    const why = error instanceof Failure ? error.message : 'What the service answered cannot be shown.';
    this.#fill([make('p', { part: 'failure', role: 'alert' }, why), again], false);
    if (!(error instanceof Failure)) console.error(error);
  }

  #fill(content, busy) {
    this.#card.setAttribute('aria-busy', busy);
    this.#card.replaceChildren(...content);
  }

  heading(...text) {
    return make('h2', { part: 'heading' }, ...text);
  }

  footer(path, parameters, text, revision) {
    const address = new URL(path, SERVICE);
    for (const [name, value] of parameters) address.searchParams.append(name, value);
    return make('footer', { part: 'footer' },
      make('a', { part: 'link', href: address, target: '_blank', rel: 'noopener' }, text),
      make('span', {}, `Tradeoff, revision ${revision}`));
  }
}

/** Attributes: slug; factors (how many at most, 8); revision. */
class TradeoffComparison extends TradeoffElement {
  static observedAttributes = ['slug', 'factors', 'revision'];

  async content(slug, signal) {
    const revision = this.getAttribute('revision');
    const parameters = revision ? [['revision', revision]] : [];
    const found = await read(`api/v1/comparisons/${slug}`, parameters, signal);
    const most = Math.max(1, Number.parseInt(this.getAttribute('factors') ?? '8', 10) || 8);
    const weightiest = [...found.factors].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, most);
    const shown = found.factors.filter(factor => weightiest.includes(factor));
    const rest = found.factors.length - shown.length;
    return [
      this.heading(named(found.title)),
      make('p', { class: 'soft', part: 'question', dir: 'auto' }, found.question),
      make('div', { class: 'scroll', role: 'region', 'aria-label': 'Scores', tabindex: '0' }, make('table', { part: 'table' },
        make('caption', {}, 'Scores, 1 (worst) to 5 (best)' + (rest > 0 ? `; the weightiest factors, without ${rest} more` : '')),
        make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'Factor'),
          ...found.options.map(option => make('th', { scope: 'col' }, named(option.name))))),
        make('tbody', {}, ...shown.map(factor => make('tr', {}, make('th', { scope: 'row' }, named(factor.name)),
          ...found.options.map(option => this.cell(factor, option))))))),
      this.footer(`comparisons/${slug}`, parameters, 'The whole comparison, with its evidence', found.revision),
    ];
  }

  cell(factor, option) {
    const assessment = factor.assessments.find(each => each.option === option.slug) ?? {};
    const figure = assessment.score ?? assessment.value;
    if (figure !== undefined && figure !== null) {
      return make('td', { title: assessment.verdict }, factor.unit ? `${figure} ${factor.unit}` : figure);
    }
    const why = { unknown: 'unknown', 'not-applicable': 'not applicable' }[assessment.scoreState] ?? 'by its claims';
    return make('td', { class: 'soft', title: assessment.verdict }, why);
  }
}

/**
 * Attributes: slug; use-cases="a,b"; weights="factor:5,…", or priorities="a,b"; experience="option:expert,…";
 * minimum and maximum="factor:3,…"; method; revision.
 */
class TradeoffRecommendation extends TradeoffElement {
  static observedAttributes = ['slug', 'use-cases', 'weights', 'priorities', 'experience', 'minimum', 'maximum', 'method', 'revision'];

  requirements() {
    const of = name => this.getAttribute(name);
    const deep = (attribute, name) => pairs(of(attribute)).map(([key, value]) => [`${name}[${key}]`, value]);
    const joined = (attribute, name) => (list(of(attribute)).length ? [[name, list(of(attribute)).join(',')]] : []);
    const plain = name => (of(name)?.trim() ? [[name, of(name).trim()]] : []);
    return [
      ...joined('use-cases', 'useCase'), ...deep('weights', 'weight'), ...joined('priorities', 'priorities'),
      ...deep('experience', 'experience'), ...deep('minimum', 'minimum'), ...deep('maximum', 'maximum'),
      ...plain('method'), ...plain('revision'),
    ];
  }

  async content(slug, signal) {
    const asked = this.requirements();
    const path = `api/v1/comparisons/${slug}`;
    const revision = this.getAttribute('revision')?.trim();
    const [answer, options] = await Promise.all([
      read(`${path}/tailored-recommendation`, asked, signal),
      read(`${path}/options`, revision ? [['revision', revision]] : [], signal),
    ]);
    const names = new Map(options.items.map(option => [option.slug, option.name]));
    const name = option => named(names.get(option) ?? option);
    return [
      this.headline(answer, name),
      ...answer.explanation.slice(0, 3).map(sentence => make('p', { part: 'explanation', dir: 'auto' }, sentence)),
      ...answer.warnings.map(warning => make('p', { class: 'small', part: 'warning', dir: 'auto' }, `Note: ${warning}`)),
      make('ol', { part: 'ranking' }, ...answer.ranking.map(ranked => this.ranked(ranked, answer, name))),
      ...answer.excluded.map(excluded => make('p', { class: 'small soft' }, 'Excluded: ', name(excluded.option))),
      this.footer(`comparisons/${slug}/recommend`, asked, 'See why, and try other requirements', answer.revision),
    ];
  }

  headline(answer, name) {
    const words = { 'too-close': 'too close to call', clear: 'clear', fragile: 'fragile' };
    const verdict = answer.verdict
      ? make('span', { class: `verdict ${answer.verdict === 'clear' || answer.verdict === 'fragile' ? answer.verdict : ''}`, part: 'verdict' },
        words[answer.verdict] ?? answer.verdict)
      : '';
    if (answer.verdict === 'too-close') return this.heading(verdict);
    return this.heading(answer.winner ? name(answer.winner) : 'No option meets the requirements', ' ', verdict);
  }

  /** Of VIKOR, less is better, and no length says how good. */
  ranked(ranked, answer, name) {
    const share = Math.min(1, Math.max(0, ranked.score));
    const bar = make('div', { class: 'bar' });
    bar.style.width = `${share * 100}%`;
    const hasLength = ['weighted-sum', 'weighted-product', 'topsis'].includes(answer.method.name);
    return make('li', { part: 'option' },
      make('div', { class: 'head' }, make('span', {}, `${ranked.rank}. `, name(ranked.option)), make('span', { part: 'score' }, ranked.score.toFixed(3))),
      ...(hasLength ? [make('div', { class: 'track', 'aria-hidden': 'true' }, bar)] : []));
  }
}

const elements = { 'tradeoff-comparison': TradeoffComparison, 'tradeoff-recommendation': TradeoffRecommendation };
for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
