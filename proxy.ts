import { type NextRequest, NextResponse } from "next/server";
import { isOwnOrigin } from "./app/_server/own-origin.ts";
import { guessesTooMuch } from "./app/_server/share/lookups.ts";
import { REQUEST_BYTES } from "./lib/core/api/limits.ts";

const DEVELOPMENT = process.env.NODE_ENV === "development";

/** Headers that do not change from request to request. */
const FIXED_HEADERS: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** What a page behind a capability address adds: nothing that leads there may be kept or passed on (HARDENING, "Sessions, links"). */
const SHARED_HEADERS: Record<string, string> = {
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "Cache-Control": "private, no-store",
};

/** Scripts and styles only with this request's nonce; nothing from elsewhere, no frames (HARDENING, "XSS, headers"). */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEVELOPMENT ? " 'unsafe-eval'" : ""}`,
    DEVELOPMENT ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Security headers for every page; it decides nothing about who may see what. */
export function proxy(request: NextRequest): NextResponse {
  if (!METHODS.includes(request.method))
    return new NextResponse(null, { status: 405, headers: { ...FIXED_HEADERS, Allow: METHODS.join(", ") } });
  const refused = foreignWrite(request);
  if (refused) return refused;
  const shared = request.nextUrl.pathname.startsWith("/s/");
  if (shared && guessesTooMuch(request.headers))
    return new NextResponse("Too many addresses that open nothing were tried from where you are. Wait a minute.\n", {
      status: 429,
      headers: { ...FIXED_HEADERS, ...SHARED_HEADERS, "Retry-After": "60" },
    });
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentSecurityPolicy(nonce);
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("x-nonce", nonce);
  requestHeaders.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set("Content-Security-Policy", policy);
  const fixed = shared ? { ...FIXED_HEADERS, ...SHARED_HEADERS } : FIXED_HEADERS;
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
  if (overHttps(request)) response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

/**
 * The refusal of a change that does not say that our own pages ask for it, before the framework reads its body; the
 * framework lets a request without an Origin pass (HARDENING, CSRF). The API takes programs and judges for itself.
 */
function foreignWrite({ method, headers, nextUrl }: NextRequest): NextResponse | null {
  if (["GET", "HEAD", "OPTIONS"].includes(method) || /^\/api(\/|$)/.test(nextUrl.pathname)) return null;
  const origin = headers.get("origin");
  if (!(origin && isOwnOrigin(origin, headers)))
    return refusal(403, "This request did not come from this site's own pages. Reload the page and try again.");
  if (Number(headers.get("content-length")) > REQUEST_BYTES)
    return refusal(413, `The request is larger than ${REQUEST_BYTES / 1_000_000} MB.`);
  return null;
}

const refusal = (status: number, text: string): NextResponse =>
  new NextResponse(`${text}\n`, {
    status,
    headers: { ...FIXED_HEADERS, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });

const overHttps = (request: NextRequest): boolean =>
  (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol).startsWith("https");

export const config = {
  // The report is one file with a policy of its own, stricter than that of the pages.
  matcher: [{ source: "/((?!_next/static|icon.svg|p/[^/]+/report$).*)" }],
};
