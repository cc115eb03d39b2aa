export const xmlAnswer = (document: string): Response =>
  new Response(document, { headers: { "content-type": "application/xml; charset=utf-8" } });
