const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** HTML that shows the page of a link in a frame. */
export const embedCode = (link: string, title: string): string =>
  `<iframe src="${escapeHtml(link)}" title="${escapeHtml(title)}" width="960" height="600" style="border:0" loading="lazy" allowfullscreen></iframe>`;
