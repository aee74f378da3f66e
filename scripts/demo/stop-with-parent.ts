// Loaded into the backend of the demo and the tests: when the script that started it is gone, however it went, the
// backend stops itself and its database in order.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Waiting for that is no reason to stay.
process.channel?.unref();
// Its last words find nobody to read them, which must not end it before its database.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
