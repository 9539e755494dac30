/** How one agent is told where the project is; the token stands where it belongs. */
export interface AgentSnippet {
  id: string;
  label: string;
  /** What to do with the text. */
  hint: string;
  text: string;
}

/** What an agent is pointed at: the address of this server, the project, and the token of its grant. */
interface Place {
  origin: string;
  projectId: string;
  token: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Ready texts for the agents we know; each works as it stands. */
export function agentSnippets({ origin, projectId, token }: Place): AgentSnippet[] {
  const url = `${origin}/api/mcp`;
  const headers = { Authorization: `Bearer ${token}` };
  return [
    {
      id: "claude-code",
      label: "Claude Code",
      hint: "Run it in a terminal, in the folder you work in. The token is kept in your own settings, not in the repository.",
      text: `claude mcp add --transport http plumbline ${url} --header "Authorization: Bearer ${token}"\n`,
    },
    {
      id: "cursor",
      label: "Cursor",
      hint: "Put it into ~/.cursor/mcp.json. A file inside the repository would carry the token with it.",
      text: json({ mcpServers: { plumbline: { url, headers } } }),
    },
    {
      id: "copilot",
      label: "GitHub Copilot",
      hint: "In VS Code: “MCP: Open User Configuration”, then add this server.",
      text: json({ servers: { plumbline: { type: "http", url, headers } } }),
    },
    {
      id: "curl",
      label: "curl",
      hint: "The tasks of the project as JSON. The address of one task gives its sub-prompt and takes its drafts.",
      text: `curl -H "Authorization: Bearer ${token}" ${origin}/api/v1/projects/${projectId}/tasks\n`,
    },
  ];
}
