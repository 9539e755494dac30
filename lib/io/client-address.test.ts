import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

test("without a proxy of our own, what the client claims counts for nothing", () => {
  expect(clientAddress("203.0.113.7", 0)).toBe("203.0.113.7");
  expect(clientAddress("1.1.1.1, 2.2.2.2, 203.0.113.7", 0)).toBe("203.0.113.7");
});

test("behind proxies of our own, the address before theirs counts, and a client cannot push it out", () => {
  expect(clientAddress("198.51.100.4, 10.0.0.2", 1)).toBe("198.51.100.4");
  expect(clientAddress("6.6.6.6, 198.51.100.4, 10.0.0.2", 1)).toBe("198.51.100.4");
  expect(clientAddress("10.0.0.2", 1)).toBe("10.0.0.2");
  expect(clientAddress(null, 0)).toBe("unknown");
});

test("all addresses of one IPv6 network are one client, and IPv4 is the same in both spellings", () => {
  expect(clientAddress("2001:db8:1:2:3:4:5:6", 0)).toBe("2001:db8:1:2/64");
  expect(clientAddress("2001:DB8:1:2::9", 0)).toBe("2001:db8:1:2/64");
  expect(clientAddress("fe80::1%eth0", 0)).toBe("fe80:0:0:0/64");
  expect(clientAddress("::1", 0)).toBe("0:0:0:0/64");
  expect(clientAddress("::ffff:203.0.113.7", 0)).toBe("203.0.113.7");
});
