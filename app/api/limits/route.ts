export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "../v1/limits/route.ts";
