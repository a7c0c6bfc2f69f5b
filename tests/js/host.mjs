// Serves pages to a browser, on this machine only: texts by their path, and the package below /lokmin/.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const PACKAGE = new URL("../../lokmin-wasm/", import.meta.url);
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Nothing but what the page itself is made of. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; form-action 'self'";

/** Starts a server of `{path: text or folder URL}`. Returns its address, and what stops it. */
export async function serve(pages, { policy = POLICY, headers = {} } = {}) {
  const roots = { "/lokmin/": PACKAGE, ...pages };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      const body = await find(roots, pathname);
      const type = TYPES[extname(pathname) || ".html"] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, ...(policy && { "content-security-policy": policy }), ...headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

async function find(roots, path) {
  if (typeof roots[path] === "string") {
    return roots[path];
  }
  const [root, folder] = Object.entries(roots).find(([name, to]) => to instanceof URL && path.startsWith(name)) ?? [];
  const file = new URL(path.slice(root.length), folder);
  if (!file.href.startsWith(folder.href)) {
    throw new Error(`${path} lies outside`);
  }
  return readFile(file);
}
