// Preloaded into the processes that a start launches: when the start is killed, they go too and free their ports.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
