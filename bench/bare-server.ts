// What Node can do at all: one answer from memory with the bytes and headers that the program sends. Gets them as JSON by its parent.
import http from "node:http";

process.once("message", (given: { headers: Record<string, string>; body: string }) => {
  const body = Buffer.from(given.body, "base64");
  const server = http.createServer((_request, response) => {
    response.writeHead(200, given.headers);
    response.end(body);
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
});
