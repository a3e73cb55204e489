const ESCAPES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, character => ESCAPES[character]);
}

const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0 auto; max-width: 26rem; padding: 1.5rem; }
h1 { font-size: 1.4rem; }
ul { list-style: none; margin: 1.5rem 0; padding: 0; }
li { margin-bottom: .5rem; }
button { border: 1px solid GrayText; border-radius: .5rem; cursor: pointer; font: inherit; padding: .6rem 1rem; text-align: left; width: 100%; }
button:hover { border-color: Highlight; }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
.name { display: block; font-weight: 600; }
.note { border-left: 4px solid GrayText; padding-left: .75rem; }`;

function page(title, body) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/**
 * The page that asks who signs in.
 *
 * @param {Iterable<import('./people.mjs').Person>} people
 * @returns {string} HTML
 */
export function renderPeoplePage(people) {
  const items = [...people].map(
    person => `<li><button name="person" value="${escapeHtml(person.ref)}">
<span class="name">${escapeHtml(person.name)}</span> ${escapeHtml(
      person.about,
    )}</button></li>`,
  );
  return page(
    'Who is signing in?',
    `<p class="note">Sample people for local use. There is no password: anyone who opens this page can be any of them.</p>
<form method="post">
<ul>
${items.join('\n')}
</ul>
<button name="cancel" value="yes">Cancel</button>
</form>`,
  );
}

/**
 * What is shown when a request cannot be answered.
 *
 * @param {{ error?: string, error_description?: string }} out
 * @returns {string} HTML
 */
export function renderErrorPage(out) {
  return page(
    'Sign-in did not work',
    `<p>${escapeHtml(out.error_description ?? out.error ?? 'Unknown error')}</p>
<p>Close this window and sign in to the portal again.</p>`,
  );
}
