import type { CheckFinding, Severity } from "../check.ts";
import { isPlaceholder, isSecretName } from "../security/secret-names.ts";
import { listOf, mapOf, type YamlParsed } from "./yaml-source.ts";

/** What hands the host, or a secret, to whoever gets into a container. */
export function composeSecurity(parsed: YamlParsed): CheckFinding[] {
  const found: CheckFinding[] = [];
  const say = (path: (string | number)[], code: string, severity: Severity, message: string, mend: string): void => {
    found.push({ code, message, mend, line: parsed.line(path), severity });
  };
  for (const [id, value] of Object.entries(mapOf(mapOf(parsed.value).services))) {
    const one = mapOf(value);
    const at = ["services", id];
    if (one.privileged === true)
      say(
        [...at, "privileged"],
        "compose-privileged",
        "critical",
        `The service ${id} owns the host.`,
        "Remove `privileged`; add the one capability it needs.",
      );
    for (const name of ["network_mode", "pid", "ipc", "userns_mode"])
      if (one[name] === "host")
        say(
          [...at, name],
          "compose-host",
          "blocking",
          `The service ${id} shares \`${name}\` with the host.`,
          "Remove it; publish the ports it needs.",
        );
    for (const [index, capability] of listOf(one.cap_add).entries())
      if (/^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|DAC_READ_SEARCH)$/i.test(String(capability)))
        say(
          [...at, "cap_add", index],
          "compose-capability",
          "critical",
          `${String(capability)} is as good as root on the host.`,
          "Remove it.",
        );
    for (const [index, option] of listOf(one.security_opt).entries())
      if (/unconfined$/.test(String(option)))
        say(
          [...at, "security_opt", index],
          "compose-unconfined",
          "blocking",
          `\`${String(option)}\` takes a wall away.`,
          "Remove it.",
        );
    for (const [index, volume] of listOf(one.volumes).entries()) {
      const source = typeof volume === "string" ? volume.split(":")[0] : String(mapOf(volume).source ?? "");
      if (/docker\.sock$/.test(source ?? ""))
        say(
          [...at, "volumes", index],
          "compose-socket",
          "critical",
          "Whoever has the Docker socket is root on the host.",
          "Remove the mount.",
        );
      else if (source === "/" || /^\/(?:etc|root|boot|proc|sys|var\/run)\/?$/.test(source ?? ""))
        say(
          [...at, "volumes", index],
          "compose-mount",
          "critical",
          `\`${source}\` of the host stands open to the container.`,
          "Mount a folder of the project, or a named volume.",
        );
    }
    for (const { name, value: given, path } of environment(one))
      if (isSecretName(name) && given !== "" && !isPlaceholder(given))
        say(
          [...at, ...path],
          "compose-secret",
          "critical",
          `${name} has its value in the file.`,
          "Write the name alone, or `env_file`, and keep the value outside the repository.",
        );
  }
  return found;
}

function environment(one: Record<string, unknown>): { name: string; value: string; path: (string | number)[] }[] {
  if (Array.isArray(one.environment))
    return one.environment.map((entry, index) => {
      const [name = "", ...rest] = String(entry).split("=");
      return { name, value: rest.join("="), path: ["environment", index] };
    });
  return Object.entries(mapOf(one.environment)).map(([name, value]) => ({
    name,
    value: value === null || value === undefined ? "" : String(value),
    path: ["environment", name],
  }));
}
